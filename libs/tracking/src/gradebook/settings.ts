import type { GradebookSettings } from './gradebook.js';

/** What a column shows: an assessment, one whose every question people mark, one that only shows what is known (a pre-test, a self-assessment), a live session. */
export type ColumnKind = 'assessment' | 'hand-in' | 'practice' | 'session';
/** Settings hold at most so many categories. */
export const mostCategories = 20;

/** What holds until somebody says otherwise: all assessments and hand-ins weigh the same; practice and attendance are shown and not counted. */
export function usualGradebook(columns: readonly { id: string; kind: ColumnKind }[]): GradebookSettings {
  return withColumns({ categories: [{ id: 'assessments', name: 'Assessments', weight: 100, dropLowest: 0 }], columns: {}, unmarked: 'left-out' }, columns);
}

/** The settings with every column in them: one that came later joins the first category, practice and sessions none. */
export function withColumns(settings: GradebookSettings, columns: readonly { id: string; kind: ColumnKind }[]): GradebookSettings {
  const known = new Set(settings.categories.map(({ id }) => id));
  const first = settings.categories[0]?.id ?? null;
  return {
    ...settings,
    columns: Object.fromEntries(columns.map(({ id, kind }) => {
      const chosen = Object.hasOwn(settings.columns, id) ? settings.columns[id] ?? null : kind === 'session' || kind === 'practice' ? null : first;
      return [id, chosen !== null && known.has(chosen) ? chosen : null];
    })),
  };
}

export interface SettingsProblem { says: string; path: string[] }

/** What is wrong with settings, first things first; empty: they can be used. Weights are parts of 100 and make 100 together. */
export function gradebookProblems({ categories, columns }: GradebookSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const say = (says: string, ...path: string[]) => { problems.push({ says, path }); };
  if (categories.length === 0) say('A gradebook has at least one category.', 'categories');
  if (categories.length > mostCategories) say(`A gradebook has at most ${mostCategories} categories.`, 'categories');
  for (const [index, { id, name, weight, dropLowest }] of categories.entries()) {
    const at = ['categories', String(index)];
    if (name.trim() === '' || name.length > 80) say('A category has a name of 1 to 80 characters.', ...at, 'name');
    if (categories.findIndex((other) => other.id === id) !== index) say('Two categories have the same id.', ...at, 'id');
    if (categories.findIndex((other) => other.name.trim().toLowerCase() === name.trim().toLowerCase()) !== index) say(`Two categories are called “${name.trim()}”.`, ...at, 'name');
    if (!(weight >= 0 && weight <= 100)) say('A weight is a number from 0 to 100.', ...at, 'weight');
    if (!Number.isInteger(dropLowest) || dropLowest < 0 || dropLowest > 50) say('Of the lowest marks 0 to 50 are left out.', ...at, 'dropLowest');
  }
  const sum = categories.reduce((total, { weight }) => total + weight, 0);
  if (problems.length === 0 && Math.abs(sum - 100) > 0.005) say(`The weights make ${Math.round(sum * 100) / 100} together; they must make 100.`, 'categories');
  for (const [column, category] of Object.entries(columns)) if (category !== null && !categories.some(({ id }) => id === category)) say('A column names a category that is not there.', 'columns', column);
  return problems;
}
