import type { CategoryGrade, Grade, MarkUse, UsedMark } from './gradebook.js';

/** How a grade came about, a sentence for each category and one for the whole. `titleOf`: what a column is called. */
export function explainGrade(grade: Grade, titleOf: (column: string) => string): string[] {
  const counted = grade.categories.filter(({ share }) => share > 0);
  return [
    ...grade.categories.map((category) => explainCategory(category, titleOf)),
    ...(grade.total === null ? ['Nothing counts yet, so there is no grade.'] : [wholeOf(grade.total, counted)]),
    ...(grade.incomplete ? ['A mark was put off, so the grade is incomplete until that is resolved.'] : []),
  ];
}

function explainCategory({ name, weight, value, marks }: CategoryGrade, titleOf: (column: string) => string): string {
  const of = (...uses: MarkUse[]) => marks.filter(({ use }) => uses.includes(use));
  const counting = of('counts', 'zero');
  const titles = (list: UsedMark[]) => list.map(({ column }) => titleOf(column)).join(', ');
  const parts = [
    value === null ? 'no mark counts yet' : counting.length === 1 ? `one mark counts, ${percentText(value)}` : `the mean of ${counting.length} marks (${counting.map((mark) => percentText(mark.value ?? 0)).join(', ')}) is ${percentText(value)}`,
    ...said(of('dropped'), (list) => `left out as the lowest: ${list.map(({ column, value: lost }) => `${titleOf(column)} (${percentText(lost ?? 0)})`).join(', ')}`),
    ...said(of('zero'), (list) => `not done, counted as 0: ${titles(list)}`),
    ...said(of('excused'), (list) => `excused: ${titles(list)}`),
    ...said(of('incomplete'), (list) => `put off: ${titles(list)}`),
    ...said(of('waiting'), (list) => `waiting for a mark: ${titles(list)}`),
    ...said(of('missing', 'ahead'), (list) => `nothing yet: ${titles(list)}`),
  ];
  return `${name}, weight ${weight}: ${parts.join('; ')}.`;
}

function wholeOf(total: number, counted: CategoryGrade[]): string {
  const [only] = counted;
  if (counted.length === 1 && only !== undefined) return `Total: ${percentText(total)}, as only ${only.name} counts so far.`;
  return `Total: ${counted.map(({ value, share }) => `${percentText(value ?? 0)} × ${percentText(share)}`).join(' + ')} = ${percentText(total)}.`;
}

const said = (list: UsedMark[], tell: (list: UsedMark[]) => string): string[] => (list.length === 0 ? [] : [tell(list)]);
/** With one decimal, rounded down: 79.96 must not read as the 80 that were needed. */
export const percentText = (value: number): string => `${Math.floor(value * 1000 + 1e-7) / 10} %`;
