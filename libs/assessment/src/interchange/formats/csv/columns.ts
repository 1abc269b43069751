/** How many choices a row has room for in the template; more are read and written as needed. */
const TEMPLATE_CHOICES = 6;

/** Columns that stand once, with what they hold. */
export const csvColumns = {
  id: 'id of the item; left out: made',
  kind: 'kind of the item; left out: single-choice',
  format: 'text (left out) or html: how all texts of the row are written',
  stem: 'the question',
  correct: 'numbers of the right choices (1;3), true or false, a number, or for each choice the number of its target (2;1;2); ordering: the right order; fill-in: text or pattern for each',
  tolerance: 'numeric: how far an answer may be off', 'tolerance kind': 'numeric: absolute (left out) or relative',
  units: 'numeric: units to pick (mg;g)', unit: 'numeric: the right unit',
  scoring: 'all-or-nothing (left out) or partial', 'max choices': 'most choices that may be made',
  'case sensitive': 'yes or no', 'accent sensitive': 'yes or no', 'expected length': 'fill-in: characters',
  points: 'most that it earns', shuffle: 'yes or no', certainty: 'yes or no',
  level: 'recall, application or judgement', difficulty: 'easy, medium or hard',
  statements: 'ids (s01;s02)', lessons: 'ids', tags: 'words (a;b)',
  'feedback correct': 'said when right', 'feedback incorrect': 'said when wrong',
  'choice ids': 'ids of the choices (a;b); left out: by letter', 'target ids': 'ids of the targets',
} as const;
export type CsvColumn = keyof typeof csvColumns;

/** The heading row: the columns that stand once, then `choice`, `target` and `feedback` with a number. */
export function csvHeadings(choices: number = TEMPLATE_CHOICES): string[] {
  const numbers = Array.from({ length: choices }, (_, index) => String(index + 1));
  return [...Object.keys(csvColumns), ...['choice', 'target', 'feedback'].flatMap((name) => numbers.map((number) => `${name} ${number}`))];
}

/** A list in one cell: parted by semicolons; `\;` and `\\` are the characters themselves. */
export function listText(list: readonly string[]): string {
  return list.map((one) => one.replaceAll(/[\\;]/g, (char) => `\\${char}`)).join(';');
}
export function readList(cell: string): string[] {
  if (cell.trim() === '') return [];
  return [...cell.matchAll(/(?:^|;)((?:\\[\s\S]|[^;\\])*)/g)].map((match) => (match[1] ?? '').replaceAll(/\\([\s\S])/g, '$1').trim());
}
