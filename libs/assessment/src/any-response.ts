import fc from 'fast-check';
import type { Item } from './item.js';
import { choiceIds, slotIds } from './report.js';

/** Responses for tests: sensible ones of the item, near misses, and whatever a broken or hostile client may send. */
export function anyResponse(item: Item): fc.Arbitrary<unknown> {
  const choice = fc.constantFrom(...choiceIds(item), 'unknown', '__proto__', 'constructor');
  const slot = fc.constantFrom(...slotIds(item), 'unknown', '__proto__', 'constructor');
  const value = fc.oneof(
    choice,
    fc.array(choice, { maxLength: 8 }),
    fc.dictionary(slot, choice),
    fc.dictionary(slot, fc.array(choice, { maxLength: 5 })),
    fc.integer({ min: -15, max: 25 }).map((tenths) => tenths / 10),
    fc.record({ file: fc.constantFrom('f1', ''), name: fc.string(), mediaType: fc.constantFrom('audio/webm;codecs=opus', 'application/pdf', 'text/html', 'audio/*'), bytes: fc.constantFrom(0, 1, 5_000_000, 5_000_001, 1.5) }),
    fc.boolean(),
    fc.record({ value: fc.oneof(fc.string(), fc.double().map(String)), unit: fc.constantFrom('mg', 'g', '') }, { requiredKeys: ['value'] }),
    fc.string({ unit: 'binary' }),
    fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true, withSparseArray: true, withTypedArray: true }),
  );
  const certainty = fc.oneof(fc.constantFrom(1, 2, 3), fc.anything());
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ value, certainty }, { requiredKeys: ['value'] }) },
    { weight: 1, arbitrary: fc.anything() },
  );
}

/** Values that throw when they are looked at. */
export const hostileValues: unknown[] = [
  new Proxy({}, { get: () => { throw new Error('no'); }, has: () => { throw new Error('no'); }, ownKeys: () => { throw new Error('no'); }, getOwnPropertyDescriptor: () => { throw new Error('no'); } }),
  Object.defineProperty({}, 'value', { get: () => { throw new Error('no'); }, enumerable: true }),
  revoked(),
  Object.assign(Object.create({ value: 'a' }) as object, { certainty: 3 }),
  Symbol('s'),
  10n,
  Number.NaN,
  () => 'a',
  Object.assign([], { length: 4_000_000_000 }),
];

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}
