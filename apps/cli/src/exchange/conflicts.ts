import { wholeItem, type FieldConflict } from '@preceptor/course';

export interface ItemConflict { bank: string; item: string; fields: FieldConflict[] }

/** Conflicts for people: each field with what was agreed on, what stands here and what stands on the server. */
export function conflictText(conflicts: readonly ItemConflict[]): string {
  return conflicts.map(({ bank, item, fields }) => [`${bank}/${item}`, ...fields.flatMap(({ field, base, mine, theirs }) => (field === wholeItem
    ? [`  ${mine === undefined ? 'removed here, changed on the server' : 'changed here, removed on the server'}`]
    : [`  ${field}:`, `    agreed  ${shown(base)}`, `    here    ${shown(mine)}`, `    server  ${shown(theirs)}`]))].join('\n')).join('\n\n');
}

function shown(value: unknown): string {
  if (value === undefined) return '(not there)';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
