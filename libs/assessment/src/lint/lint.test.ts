import { describe, expect, test } from '@jest/globals';
import { everySample, sampleItems } from '../sample-items.js';
import { lintBank, lintItem } from './index.js';
import { one, whether } from './labelled/labelled-item.js';

const { item } = one('colours', 'Which colour is the sky at noon?', ['Red', '*Blue', 'All of the above']);

describe('a finding', () => {
  test('names its rule, its place, what is so, what to do and where the rule was published', () => {
    expect(lintItem(item).findings).toEqual([{
      code: 'all-of-the-above', severity: 'flaw', item: 'colours', path: 'options.c', others: [],
      message: expect.stringContaining('All of the above'), advice: expect.stringContaining('several options are right'), rules: [expect.stringContaining('guideline 26')],
    }]);
  });

  test('keeps its place when options are moved', () => {
    if (item.kind !== 'single-choice') throw new Error('it is a single choice');
    const moved = { ...item, content: { options: [...item.content.options].reverse() } };
    expect(lintItem(moved).findings.map(({ path }) => path)).toEqual(['options.c']);
  });
});

describe('a waiver', () => {
  const waiver = { item: 'colours', code: 'all-of-the-above', reason: 'the board asks for it' } as const;

  test('with a reason takes the finding away and is reported with its reason', () => {
    const { findings, waived, idleWaivers } = lintItem(item, { waivers: [waiver] });
    expect(findings).toEqual([]);
    expect(waived).toEqual([expect.objectContaining({ code: 'all-of-the-above', reason: 'the board asks for it' })]);
    expect(idleWaivers).toEqual([]);
  });

  test.each([
    ['without a reason', { ...waiver, reason: ' ' }],
    ['for another item', { ...waiver, item: 'shapes' }],
    ['for another place', { ...waiver, path: 'options.a' }],
    ['for another rule', { ...waiver, code: 'none-of-the-above' as const }],
  ])('%s changes nothing and is said to be idle', (_what, idle) => {
    const { findings, idleWaivers } = lintItem(item, { waivers: [idle] });
    expect(findings).toHaveLength(1);
    expect(idleWaivers).toEqual([idle]);
  });

  test('can let stand what was found about the whole bank', () => {
    const claims = Array.from({ length: 14 }, (_, index) => whether(`claim-${index}`, `Fact number ${index} of this list holds.`, true).item);
    const about = (waivers: Parameters<typeof lintBank>[1]): string[] => lintBank(claims, waivers).findings.map(({ code }) => code).filter((code) => code === 'key-position');
    expect(about({})).toEqual(['key-position']);
    expect(about({ waivers: [{ item: null, code: 'key-position', reason: 'a list of facts' }] })).toEqual([]);
  });
});

describe('in another language', () => {
  const { item: german } = one('farben', 'Welche Farbe hat der Himmel?', ['Rot', '*Ein ganz besonders helles und freundliches Blau', 'All of the above']);

  test('rules that know English words are skipped, and said to be; the others go on', () => {
    const { findings, skipped } = lintItem(german, { language: 'de' });
    expect(findings.map(({ code }) => code)).toEqual(['longest-option']);
    expect(skipped).toContain('all-of-the-above');
    expect(skipped).not.toContain('longest-option');
  });

  test('none is skipped for any English', () => {
    for (const language of ['en', 'en-GB', 'EN-us']) expect(lintBank([item], { language }).skipped).toEqual([]);
  });
});

describe('while an instructor types', () => {
  test('every kind is looked at without failing, also when nothing is written yet', () => {
    for (const sample of everySample) expect(lintItem(sample).findings).toEqual(expect.any(Array));
    const lists = ['options', 'targets', 'premises', 'elements', 'rubric', 'questions'];
    const bare = everySample.map((sample) => JSON.parse(JSON.stringify(sample, (key, value: unknown) => (lists.includes(key) ? [] : /html$/i.test(key) ? '' : value))) as typeof sample);
    const { findings } = lintBank(bare);
    expect(findings.filter(({ message }) => message === 'The item has no stem.')).toHaveLength(bare.length - 1);
    expect(lintBank([]).findings).toEqual([]);
  });

  test('a hostile text of 30,000 characters takes less than 25 times as long as plain prose of that length', () => {
    const long = (text: string) => text.repeat(Math.ceil(30_000 / text.length));
    const seconds = (text: string): number => {
      const began = performance.now();
      for (const sample of [sampleItems['single-choice'], sampleItems['true-false']]) {
        lintItem({ ...sample, stemHtml: text });
        lintItem({ ...sampleItems['single-choice'], content: { options: [{ id: 'a', html: text }, { id: 'b', html: text }, { id: 'c', html: 'c' }] } });
      }
      return performance.now() - began;
    };
    const prose = long('The keeper trims the wick at dusk and writes the hour into the book beside the lamp. ');
    const plain = Math.min(seconds(prose), seconds(prose));
    for (const text of ['which ', 'a', ', and is ', '1,', 'not ', '(', 'What is the least ']) {
      const times = Math.min(seconds(long(text)), seconds(long(text))) / plain;
      expect([text, times < 25]).toEqual([text, true]);
    }
  });
});
