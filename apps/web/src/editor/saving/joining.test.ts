import { describe, expect, test } from '@jest/globals';
import { differences, inWords } from '../history/differences.js';
import { joined } from './joining.js';

const was = { stem: 'Who?', options: [{ id: 'a', text: 'One', correct: true }, { id: 'b', text: 'Two' }] };

describe('two people who change one question', () => {
  test('have both changes where they changed different texts, also of one list', () => {
    const mine = { ...was, options: [{ id: 'a', text: 'First', correct: true }, { id: 'b', text: 'Two' }] };
    const theirs = { ...was, stem: 'Who is it?', level: 'recall', options: [{ id: 'a', text: 'One', correct: true }, { id: 'b', text: 'Second' }] };
    expect(joined(was, mine, theirs)).toEqual({ clashes: [], document: { stem: 'Who is it?', level: 'recall', options: [{ id: 'a', text: 'First', correct: true }, { id: 'b', text: 'Second' }] } });
  });

  test('choose where they changed the same text, and the list as a whole where rows came or went', () => {
    const { document, clashes } = joined(was, { ...was, stem: 'Which?', options: [...was.options, { id: 'c', text: 'Three' }] }, { ...was, stem: 'What?', options: was.options.slice(0, 1) });
    expect(clashes.map(({ path, label }) => `${path.join('/')} ${label}`)).toEqual(['stem Question', 'options Option']);
    expect(document).toMatchObject({ stem: 'Which?' });
  });
});

test('the history says what was changed, word by word, and not what was merely moved', () => {
  const now = { ...was, stem: 'Who then?', options: [...was.options].reverse() };
  const [question, ...others] = differences(was, now);
  expect(question).toMatchObject({ label: 'Question', words: [{ text: 'Who', is: 'same' }, { text: ' then', is: 'new' }, { text: '?', is: 'same' }] });
  expect(others).toEqual([]);
  expect(differences(was, { ...was, options: [...was.options].reverse() }).map(({ label }) => label)).toEqual(['Order of the rows']);
  expect(inWords(['s1', 's2'])).toBe('s1, s2');
});
