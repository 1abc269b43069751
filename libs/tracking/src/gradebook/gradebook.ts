/** A group of marks that weighs so many parts of 100, its n lowest marks left out. */
export interface GradebookCategory { id: string; name: string; weight: number; dropLowest: number }
export interface GradebookSettings {
  categories: GradebookCategory[];
  /** column -> category; null: shown, and counted nowhere */
  columns: Record<string, string | null>;
  /** what a mark that could be there and is not counts as: nothing yet, or 0 */
  unmarked: 'left-out' | 'zero';
}

/**
 * `marked`: has a value. `missing`: could be there and is not. `ahead`: can't be there yet, as of a session to come.
 * `waiting`: handed in, and a person has still to mark it. `excused`: never counts. `incomplete`: put off by staff; the
 * whole grade is incomplete until it is resolved.
 */
export type MarkState = 'marked' | 'missing' | 'ahead' | 'waiting' | 'excused' | 'incomplete';
/** `value` 0..1 where it is marked, else null. */
export interface Mark { column: string; state: MarkState; value: number | null }

/** What became of a mark: `zero` counts as 0, `dropped` is among the lowest, every other word says why it does not count. */
export type MarkUse = 'counts' | 'zero' | 'dropped' | 'missing' | 'ahead' | 'waiting' | 'excused' | 'incomplete';
export interface UsedMark { column: string; use: MarkUse; value: number | null }
/** `share` is what the category weighs in this learner's total, 0..1: those without a mark that counts give theirs to the others. */
export interface CategoryGrade { id: string; name: string; weight: number; share: number; value: number | null; marks: UsedMark[] }
/** `total` 0..1; null: nothing counts yet. */
export interface Grade { total: number | null; incomplete: boolean; categories: CategoryGrade[] }

/**
 * A learner's grade: of each category the mean of the marks that count, its lowest left out; of the categories the mean by
 * weight. Never are all marks of a category left out. Marks of no category count nowhere.
 */
export function gradeOf(marks: readonly Mark[], settings: GradebookSettings): Grade {
  const groups = settings.categories.map((category) => ({ category, ...categoryValue(marks.filter(({ column }) => settings.columns[column] === category.id), category, settings) }));
  const counting = groups.filter(({ value, category }) => value !== null && category.weight > 0);
  const whole = counting.reduce((sum, { category }) => sum + category.weight, 0);
  const categories = groups.map(({ category: { id, name, weight }, value, marks: used }): CategoryGrade => ({ id, name, weight, share: value === null || whole === 0 ? 0 : weight / whole, value, marks: used }));
  return {
    total: whole === 0 ? null : exact(categories.reduce((sum, { share, value }) => sum + share * (value ?? 0), 0)),
    incomplete: marks.some(({ column, state }) => state === 'incomplete' && (settings.columns[column] ?? null) !== null),
    categories,
  };
}

function categoryValue(marks: readonly Mark[], { dropLowest }: GradebookCategory, { unmarked }: GradebookSettings): { value: number | null; marks: UsedMark[] } {
  const used = marks.map((mark) => useOf(mark, unmarked));
  const counting = used.filter(({ use }) => use === 'counts' || use === 'zero');
  const least = counting.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0)).slice(0, Math.max(0, Math.min(dropLowest, counting.length - 1)));
  for (const mark of least) mark.use = 'dropped';
  const left = counting.filter((mark) => !least.includes(mark));
  return { marks: used, value: left.length === 0 ? null : exact(left.reduce((sum, { value }) => sum + (value ?? 0), 0) / left.length) };
}

function useOf({ column, state, value }: Mark, unmarked: GradebookSettings['unmarked']): UsedMark {
  if (state === 'marked') return { column, use: 'counts', value };
  if (state === 'missing' && unmarked === 'zero') return { column, use: 'zero', value: 0 };
  return { column, use: state, value: null };
}

/** To 1e-10, as scores are: three marks of 0.8 are 0.8. */
const exact = (value: number): number => Math.round(value * 1e10) / 1e10;
