import { expect, test } from '@jest/globals';
import { mediumName, numbered } from './medium-name.js';

test.each([
  ['Behandlungsräume 2.PNG', 'behandlungsraume-2.png'],
  ['../../etc/pass wd.svg', 'etc-pass-wd.svg'],
  ['部屋.jpg', 'medium.jpg'],
  ['a'.repeat(500) + '.mp3', `${'a'.repeat(60)}.mp3`],
  ['no-ending', null],
  ['', null],
])('a file called %j is called %j by items', (given, name) => { expect(mediumName(given)).toBe(name); });

test('a second file of the same name gets a number', () => {
  expect([1, 2, 3].map((number) => numbered('room.png', number))).toEqual(['room.png', 'room-2.png', 'room-3.png']);
});
