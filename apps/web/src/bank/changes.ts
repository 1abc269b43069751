import type { BankItemsChangeInput, BulkRefusal } from '../generated/graphql.js';

export type ChangeKind = 'add-tags' | 'remove-tags' | 'add-statement' | 'remove-statement' | 'level' | 'difficulty' | 'folder' | 'retire';
/** What can be done to many questions, as menus and dialogs say it. */
export const changeKinds: readonly { kind: ChangeKind; label: string }[] = [
  { kind: 'add-tags', label: 'Add tags' }, { kind: 'remove-tags', label: 'Take tags away' }, { kind: 'level', label: 'Set the level' }, { kind: 'difficulty', label: 'Set the difficulty' },
  { kind: 'add-statement', label: 'Add a statement' }, { kind: 'remove-statement', label: 'Take a statement away' }, { kind: 'folder', label: 'Move to a folder' }, { kind: 'retire', label: 'Retire' },
];

export const refusalWords: Record<BulkRefusal, string> = {
  RETIRED: 'retired', IN_REVIEW: 'in review: give them back first', OTHER_BANK: 'of another bank', UNKNOWN_STATEMENT: 'of a course without this statement', TOO_MANY: 'full: 50 are the most',
};

/** The input of a change; null: what it needs is not said yet. */
export function changeOf(kind: ChangeKind, value: string, bank: string | null): BankItemsChangeInput | null {
  const said = value.trim();
  const list = said.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
  switch (kind) {
    case 'add-tags': return list.length === 0 ? null : { addTags: list };
    case 'remove-tags': return list.length === 0 ? null : { removeTags: list };
    case 'add-statement': return said === '' ? null : { addStatements: [said] };
    case 'remove-statement': return said === '' ? null : { removeStatements: [said] };
    case 'level': return { level: said };
    case 'difficulty': return { difficulty: said };
    case 'folder': return bank === null ? null : { move: { bank, folder: said === '' ? null : said } };
    case 'retire': return { retire: true };
  }
}
