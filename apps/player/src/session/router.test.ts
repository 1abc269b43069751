import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, parseRoute, type Route } from './router.js';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const routes = fc.oneof(
  id.map((lesson): Route => ({ name: 'lesson', id: lesson })),
  id.map((assessment): Route => ({ name: 'assessment', id: assessment })),
  id.map((term): Route => ({ name: 'glossary', term })),
  fc.string().map((query): Route => ({ name: 'search', query })),
  fc.constantFrom<Route>({ name: 'start' }, { name: 'result' }, { name: 'glossary', term: null }),
);

test('an address that is shared opens the same place', () => {
  fc.assert(fc.property(routes, (route) => expect(parseRoute(addressOf(route))).toEqual(route)));
});

test.each(['', '#', '#/', '#sco=1&user=2', '#/lesson/', '#/nowhere/x', '#/lesson/%E0%A4%A'])('what an LMS or a typing error puts there (%s) opens the course where the learner goes on', (hash) => {
  expect(parseRoute(hash)).toEqual({ name: 'start' });
});

test('no address at all stops the player', () => {
  fc.assert(fc.property(fc.string(), (hash) => expect(parseRoute(`#${hash}`)).toHaveProperty('name')));
});
