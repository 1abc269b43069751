import { expect, test } from '@jest/globals';
import { canonical, hashOf, hashOfDetails, keptText } from './chain.js';

test('the same value is the same text, however its keys are ordered', () => {
  expect(canonical({ b: [1, undefined, { d: null, c: 'é"' }], a: undefined, at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z","b":[1,null,{"c":"é\\"","d":null}]}');
  expect(canonical({ x: 1, y: 2 })).toBe(canonical({ y: 2, x: 1 }));
});

test('what is kept of a change holds no secret and is bounded', () => {
  expect(keptText({ name: 'K', password: 'p', inner: { keyHash: 'h', passwordChanged: true } })).toBe('{"inner":{"keyHash":"(kept secret)","passwordChanged":true},"name":"K","password":"(kept secret)"}');
  expect(keptText('x'.repeat(70_000))).toMatch(/^\{"tooLong":\{"characters":70002,/);
  expect([keptText(undefined), keptText(null)]).toEqual([null, null]);
});

test('a hash changes with each of an entry\'s facts, its details and what stands before it', () => {
  const details = { label: 'Ann', before: null, after: '1', salt: '00' };
  const facts = { organisationId: 'o', sequence: 1, at: 't', actorKind: 'account', accountId: 'a', action: 'x.y', subjectType: 's', subjectId: 'i', detailsHash: hashOfDetails(details) };
  const hashes = [hashOf(facts, ''), hashOf(facts, 'p'), ...Object.keys(facts).map((name) => hashOf({ ...facts, [name]: name === 'sequence' ? 2 : 'other' }, ''))];
  const ofDetails = [hashOfDetails(details), ...Object.keys(details).map((name) => hashOfDetails({ ...details, [name]: 'other' }))];
  expect([new Set(hashes).size, new Set(ofDetails).size]).toEqual([hashes.length, ofDetails.length]);
});
