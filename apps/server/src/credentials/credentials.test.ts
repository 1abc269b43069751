import { describe, expect, test } from '@jest/globals';
import jsqr from 'jsqr';
import { dayIn, monthsAfter, shownState } from './certificate-facts.js';
import { hoursBy } from './education/hours.js';
import { type Known, leftFor, standingOf } from './issuing/standing.js';
import { linesOf } from './paper/marks.js';
import { qrModules } from './paper/qr.js';
import { contrastWithWhite, filled } from './template/design.js';
import { pictureIn } from './template/picture.js';

describe('hours', () => {
  const done = [{ day: '2026-01-01', minutes: 200 }, { day: '2026-01-01', minutes: 100 }, { day: '2026-01-02', minutes: 50 }];
  test('are fixed, or measured and rounded down to a quarter, with a cap a day', () => {
    expect(hoursBy({ kind: 'NONE' }, done)).toBeNull();
    expect(hoursBy({ kind: 'FIXED', hours: 6.5 }, [])).toBe(6.5);
    expect(hoursBy({ kind: 'MEASURED', mostADay: null }, done)).toBe(5.75);
    expect(hoursBy({ kind: 'MEASURED', mostADay: 4 }, done)).toBe(4.75);
    expect(hoursBy({ kind: 'MEASURED', mostADay: null }, [])).toBe(0);
  });
});

describe('how somebody stands', () => {
  const known: Known = { mode: 'AT_ONCE', checklist: { met: true, parts: [{ kind: 'LESSONS', label: 'Complete every lesson', met: true, detail: null }] }, licence: { required: false, known: false }, attestation: { asked: false, given: false }, postTest: null, newest: null };
  test('nothing is earned by a rule that asks for nothing, nor against the rule\'s own verdict', () => {
    expect(standingOf(known)).toBe('READY');
    expect(standingOf({ ...known, checklist: { met: true, parts: [] } })).toBe('NOT_EARNED');
    expect(standingOf({ ...known, checklist: { ...known.checklist, met: false } })).toBe('NOT_EARNED');
  });
  test('post-test, licence and declaration are asked for where the cohort says so', () => {
    expect(leftFor({ ...known, licence: { required: true, known: false }, attestation: { asked: true, given: false }, postTest: { title: 'Post', mark: 0.8, best: 0.796 } })).toEqual(['Reach 80 % in “Post”', 'Give your licence number', 'Sign the declaration']);
    expect(leftFor({ ...known, licence: { required: true, known: true }, attestation: { asked: true, given: true }, postTest: { title: 'Post', mark: 0.8, best: 0.8 } })).toEqual([]);
  });
  test('one that was revoked or has expired is not ready to be issued by itself', () => {
    expect(standingOf({ ...known, newest: 'REVOKED' })).toBe('REVOKED');
    expect(standingOf({ ...known, newest: 'EXPIRED' })).toBe('EXPIRED');
    expect(standingOf({ ...known, mode: 'APPROVAL' })).toBe('WAITING');
    expect(standingOf({ ...known, mode: 'OFF' })).toBe('OFF');
  });
});

test('days are those of the zone, and months end where a month does', () => {
  expect(dayIn('Pacific/Auckland', new Date('2026-11-28T12:00:00Z'))).toBe('2026-11-29');
  expect([monthsAfter('2026-01-31', 1), monthsAfter('2024-02-29', 12), monthsAfter('2026-11-30', 3)]).toEqual(['2026-02-28', '2025-02-28', '2027-02-28']);
  const last = { state: 'VALID' as const, expiresOn: '2026-11-28', facts: { zone: 'America/Denver' } };
  expect([shownState(last, new Date('2026-11-29T06:59:00Z')), shownState(last, new Date('2026-11-29T07:00:00Z'))]).toEqual(['VALID', 'EXPIRED']);
});

test('the QR code on a certificate leads to its address', () => {
  const address = 'https://learn.example.org/verify/q3VWb0M5SkYyU2hSd1ZtQQ';
  const modules = qrModules(address);
  const scale = 4;
  const side = modules.length * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  expect((read as unknown as (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null)(pixels, side, side)?.data).toBe(address);
});

test('a template\'s words are filled in, its colours can be read, its pictures are what they say', () => {
  const values = { name: 'Ana', course: '{name}', version: '1', hours: '', date: '', organisation: '', cohort: '', licence: '' };
  expect(filled('To {name} for {course}{hours}.', values)).toBe('To Ana for {name}.');
  expect([contrastWithWhite('#000000'), contrastWithWhite('#ffffff')]).toEqual([21, 1]);
  expect([pictureIn(Buffer.from('<svg/>')), pictureIn(Buffer.alloc(0)), pictureIn(Buffer.from([0xff, 0xd8, 0xff]))]).toEqual([null, null, null]);
});

test('lines are broken between words, and within one that is too long', () => {
  expect(linesOf('one two three', 7, (text) => text.length)).toEqual(['one two', 'three']);
  expect(linesOf('abcdefghij k', 4, (text) => text.length)).toEqual(['abcd', 'efgh', 'ij k']);
});
