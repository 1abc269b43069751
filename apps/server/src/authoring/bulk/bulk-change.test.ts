import { describe, expect, test } from '@jest/globals';
import type { ItemRow, ItemValues } from '../authoring.entity.js';
import { type Change, outcomeOf, takenBack, withValues } from './bulk-change.js';

const row: ItemRow = {
  id: 'i', organisationId: 'o', bankId: 'b', folderId: null, name: 'n', state: 'approved', revision: 3, approvedVersion: 1, kind: 'numeric', level: null, difficulty: 'easy', stem: '', statements: ['s1'], tags: ['iv', 'dose'],
  sound: true, findings: 0, authorId: 'a', createdAt: '', updatedAt: '', updatedBy: 'a',
};
const undone = (change: Change, since: Partial<ItemRow> = {}): ItemValues | null => {
  const outcome = outcomeOf(row, change, null);
  if (outcome.is !== 'change') throw new Error('it changes nothing');
  return takenBack({ ...row, ...outcome.now, ...since }, outcome.was, outcome.now);
};

describe('a change of many items', () => {
  test('says what each becomes, and which it leaves as they are or out', () => {
    expect(outcomeOf(row, { is: 'tags', add: ['new', 'iv'], remove: ['dose'] }, null)).toEqual({ is: 'change', was: { tags: ['iv', 'dose'] }, now: { tags: ['iv', 'new'] } });
    expect(outcomeOf(row, { is: 'difficulty', value: 'easy' }, null)).toEqual({ is: 'same' });
    expect(outcomeOf({ ...row, state: 'retired' }, { is: 'level', value: 'recall' }, null)).toEqual({ is: 'refused', why: 'retired' });
    expect(outcomeOf({ ...row, state: 'in-review' }, { is: 'retire' }, null)).toEqual({ is: 'refused', why: 'in-review' });
    expect(outcomeOf(row, { is: 'statements', add: ['s9'], remove: [] }, new Set(['s1']))).toEqual({ is: 'refused', why: 'unknown-statement' });
    expect(outcomeOf(row, { is: 'folder', folderId: 'f', bankId: 'other' }, null)).toEqual({ is: 'refused', why: 'other-bank' });
    expect(outcomeOf(row, { is: 'tags', add: Array.from({ length: 60 }, (_, n) => `t${n}`), remove: [] }, null)).toEqual({ is: 'refused', why: 'too-many' });
  });

  test('is taken back whole', () => {
    expect(undone({ is: 'tags', add: ['new'], remove: ['dose'] })).toEqual({ tags: ['iv', 'dose'] });
    expect(undone({ is: 'level', value: 'recall' })).toEqual({ level: null });
    expect(undone({ is: 'folder', folderId: 'f', bankId: 'b' })).toEqual({ folderId: null });
    expect(undone({ is: 'retire' })).toEqual({ state: 'approved' });
  });

  test('leaves what somebody has changed since', () => {
    expect(undone({ is: 'tags', add: ['new'], remove: ['dose'] }, { tags: ['new', 'hers'] })).toEqual({ tags: ['hers', 'dose'] });
    expect(undone({ is: 'tags', add: ['new'], remove: [] }, { tags: ['hers'] })).toBeNull();
    expect(undone({ is: 'level', value: 'recall' }, { level: 'judgement' })).toBeNull();
    expect(undone({ is: 'level', value: 'recall' }, { state: 'retired' })).toBeNull();
    expect(undone({ is: 'retire' }, { state: 'draft' })).toBeNull();
    expect(undone({ is: 'folder', folderId: 'f', bankId: 'b' }, { folderId: 'g' })).toBeNull();
  });

  test('touches nothing else in the document', () => {
    expect(withValues({ id: 'n', stem: 'A **b**', tags: ['x'], level: 'recall' }, { tags: [], level: null, difficulty: 'hard' })).toEqual({ id: 'n', stem: 'A **b**', difficulty: 'hard' });
  });
});
