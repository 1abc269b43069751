import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBank } from './bank-documents.js';
import { mergeItem } from './merge-items.js';
import { newBank, writeBank } from './write-bank.js';

const bank = `# Ours, do not touch
id: heat
title: Heat
items:
  # The first question of the unit
  - id: melts
    kind: true-false
    stem: >-
      Ice melts
      at 0 °C.
    correct: true
  - id: boils
    # asked twice last year
    kind: true-false
    stem: Water boils at 50 °C.
    correct: false
`;
const items = (): Record<string, unknown>[] => readBank('bank.yaml', bank).items.map(({ document }) => document);

describe('a bank that is read and written', () => {
  test('tells each item as it is written, and its line', () => {
    expect(readBank('bank.yaml', bank)).toMatchObject({ head: { id: 'heat', title: 'Heat', unit: null }, items: [{ line: 6, document: { id: 'melts', stem: 'Ice melts at 0 °C.' } }, { line: 12 }], diagnostics: [] });
    expect(readBank('checks.yaml', '- {id: a, kind: numeric}\n- 7\n')).toMatchObject({ head: null, items: [{ line: 1 }], diagnostics: [{ line: 2 }] });
  });

  test.each(['id: x\n', 'items: {}', '- [', '7', '', 'items: &a [*a]'])('says of what is no bank, such as %j, what is wrong', (text) => {
    const read = readBank('bank.yaml', text);
    expect(read.items).toEqual([]);
    expect(read.diagnostics.length + (text === '' ? 1 : 0)).toBeGreaterThan(0);
  });

  test('keeps every line of what did not change', () => {
    expect(writeBank(bank, items())).toBe(bank);
  });

  test('writes the field that changed, and leaves comments and other items', () => {
    const changed = items().map((item) => (item['id'] === 'boils' ? { ...item, stem: 'Water boils at 100 °C.', correct: true } : item));
    expect(writeBank(bank, changed)).toBe(bank.replace('Water boils at 50 °C.', 'Water boils at 100 °C.').replace('correct: false', 'correct: true'));
  });

  test('takes out what is gone, and adds what is new at the end', () => {
    const text = writeBank(bank, [...items().slice(0, 1), { id: 'freezes', kind: 'true-false', stem: 'It freezes.', correct: true }]);
    expect(readBank('bank.yaml', text).items.map(({ document }) => document['id'])).toEqual(['melts', 'freezes']);
    expect(text).toContain('# The first question of the unit');
    expect(text).not.toContain('boils');
  });

  test('gives back what was written, whatever the texts', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b ', ' ', '\n', '\t', '#', ': ', '- ', '"', "'", '|', '>'), maxLength: 40 }));
    const bankOf = fc.array(fc.record({ stem: text, note: text, deep: fc.array(text) }), { maxLength: 5 });
    fc.assert(fc.property(bankOf, bankOf, (written, others) => {
      const named = written.map((item, index) => ({ id: `i${index}`, ...item }));
      const changed = [...others.map((item, index) => ({ id: `i${index}`, ...item })).filter((_, index) => index % 2 === 0), ...named.slice(others.length)];
      expect(readBank('bank.yaml', writeBank(newBank({ id: 'b', title: 'B' }, named), changed)).items.map(({ document }) => document)).toEqual(changed);
      expect(readBank('bank.yaml', newBank({ id: 'b', title: 'B' }, named)).items.map(({ document }) => document)).toEqual(named);
      expect(readBank('bank.yaml', writeBank(bank, named)).items.map(({ document }) => document)).toEqual(named);
    }));
  });
});

describe('two states of an item', () => {
  const base = { id: 'a', stem: 'Old', level: 'recall', tags: ['x'] };

  test('are joined field by field', () => {
    expect(mergeItem(base, { ...base, stem: 'New' }, { ...base, tags: ['x', 'y'] })).toEqual({ item: { ...base, stem: 'New', tags: ['x', 'y'] }, conflicts: [] });
    const { level: _level, ...without } = base;
    expect(mergeItem(base, without, { ...base, stem: 'New' })).toEqual({ item: { ...without, stem: 'New' }, conflicts: [] });
  });

  test('are a conflict where both changed one field, and mine stands meanwhile', () => {
    expect(mergeItem(base, { ...base, stem: 'Mine', level: 'judgement' }, { ...base, stem: 'Theirs' })).toEqual({
      item: { ...base, stem: 'Mine', level: 'judgement' }, conflicts: [{ field: 'stem', base: 'Old', mine: 'Mine', theirs: 'Theirs' }],
    });
    expect(mergeItem(null, base, { ...base, stem: 'Theirs' }).conflicts).toHaveLength(1);
  });

  test('are a conflict where one took away what the other changed, and none where the other left it', () => {
    expect(mergeItem(base, null, { ...base, stem: 'Theirs' }).conflicts).toMatchObject([{ field: '', mine: undefined }]);
    expect(mergeItem(base, null, base)).toEqual({ item: null, conflicts: [] });
    expect(mergeItem(base, base, null)).toEqual({ item: null, conflicts: [] });
  });

  test('joined the other way round are the same, but for whose stands in a conflict', () => {
    const field = fc.constantFrom('one', 'two', 'three', undefined);
    const state = fc.record({ a: field, b: field, c: field }, { requiredKeys: [] });
    fc.assert(fc.property(state, state, state, (was, mine, theirs) => {
      const [there, back] = [mergeItem(was, mine, theirs), mergeItem(was, theirs, mine)];
      expect(back.conflicts.map(({ field: name }) => name).sort()).toEqual(there.conflicts.map(({ field: name }) => name).sort());
      if (there.conflicts.length === 0) expect(JSON.parse(JSON.stringify(back.item, Object.keys(back.item ?? {}).sort()))).toEqual(JSON.parse(JSON.stringify(there.item, Object.keys(there.item ?? {}).sort())));
    }));
  });
});
