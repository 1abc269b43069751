import { wholeItem, type FieldConflict } from '@preceptor/course';

/** Where both sides changed an item, each in its own way. `place`: the file and line that have it here. */
export interface ItemConflict { place: string; item: string; fields: FieldConflict[] }

/** Conflicts for people: file and line, then each field with what was agreed on, what stands here and what stands on the server. */
export function conflictText(conflicts: readonly ItemConflict[]): string {
  return conflicts.map(({ place, item, fields }) => [`${place}: "${item}" was changed here and on the server`, ...fields.flatMap(({ field, base, mine, theirs }) => (field === wholeItem
    ? [`  ${mine === undefined ? 'removed here, changed on the server' : 'changed here, removed on the server'}`]
    : [`  ${field}`, `    agreed  ${shown(base)}`, `    here    ${shown(mine)}`, `    server  ${shown(theirs)}`]))].join('\n')).join('\n\n');
}

function shown(value: unknown): string {
  if (value === undefined) return '(not there)';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
