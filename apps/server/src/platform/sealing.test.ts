import { describe, expect, test } from '@jest/globals';
import { dataKeysFault, readDataKeys } from './data-keys.js';
import { SealBroken, Sealing } from './sealing.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const column = { table: 'profile', column: 'licence_number' };
const [old, both, none] = [`a:${key(1)}`, `b:${key(2)}, a:${key(1)}`, ''].map((text) => new Sealing(text === '' ? [] : readDataKeys(text))) as [Sealing, Sealing, Sealing];

describe('a sealed text', () => {
  test.each(['', 'RN-12345', 'Ünïcode 漢字 '.repeat(500)])('comes back as it was, and shows nothing of itself (%#)', (text) => {
    const stored = old.seal(text, column);
    expect(stored).toMatch(/^sealed:1:a:/);
    if (text !== '') expect(stored).not.toContain(text.slice(0, 8));
    expect(old.open(stored, column)).toBe(text);
    expect(old.seal(text, column)).not.toBe(stored);
  });
  test('opens after a new key was put before its own, and is then no longer current', () => {
    const stored = old.seal('RN-1', column);
    expect([both.open(stored, column), stored.startsWith(both.currentPrefix), both.seal('RN-1', column).startsWith(both.currentPrefix)]).toEqual(['RN-1', false, true]);
  });
  test('is refused without its key, in another column, or changed by a letter', () => {
    const stored = both.seal('RN-1', column);
    expect(() => old.open(stored, column)).toThrow(/sealed with the key "b"/);
    expect(() => both.open(stored, { ...column, column: 'name' })).toThrow(SealBroken);
    const at = stored.length - 6;
    expect(() => both.open(stored.slice(0, at) + (stored[at] === 'A' ? 'B' : 'A') + stored.slice(at + 1), column)).toThrow(SealBroken);
    expect(() => both.open('RN-1', column)).toThrow(/neither sealed nor marked as plain/);
  });
  test('without keys is kept plain and says so; null stays null', () => {
    expect([none.seal('RN-1', column), none.open('plain:RN-1', column), both.open('plain:RN-1', column), both.currentPrefix, none.seal(null, column)]).toEqual(['plain:RN-1', 'RN-1', 'RN-1', 'sealed:1:b:', null]);
  });
});

test.each(['a', `a:${key(1).slice(1)}`, `A:${key(1)}`, `a:${key(1)},`, `a:${key(1)},a:${key(2)}`])('DATA_KEYS that can\'t be used are refused without telling the key (%#)', (text) => {
  expect(dataKeysFault(text)).toMatch(/^DATA_KEYS/);
  expect(dataKeysFault(text)).not.toContain(key(1));
});
