import type { FormBlueprint, Criteria } from '@preceptor/assessment';
import type { PlanFragment } from '../generated/graphql.js';

export const purposes = [
  { value: 'quiz', label: 'Quiz: practice after a unit' }, { value: 'final', label: 'Final: it decides whether somebody passes' },
  { value: 'pre-test', label: 'Pre-test: what learners know before' }, { value: 'self-assessment', label: 'Self-assessment: for the learner alone' },
];
export const purposeNames: Record<string, string> = { quiz: 'Quiz', final: 'Final', 'pre-test': 'Pre-test', 'self-assessment': 'Self-assessment' };
export const levels = ['recall', 'application', 'judgement'] as const;
export const difficulties = ['easy', 'medium', 'hard'] as const;

/** Names of a course's units by id. */
export type UnitTitles = ReadonlyMap<string, string>;

/** What a rule or section counts, as a person says it. `banks`: their titles by name. */
export function criteriaInWords({ level, difficulty, kind, unit, bank, tag, statement }: Criteria, units: UnitTitles, banks: ReadonlyMap<string, string>): string {
  const parts = [
    level, difficulty, kind?.replaceAll('-', ' '), unit === undefined ? undefined : `of “${units.get(unit) ?? unit}”`, bank === undefined ? undefined : `from the bank “${banks.get(bank) ?? bank}”`,
    tag === undefined ? undefined : `tagged “${tag}”`, statement === undefined ? undefined : `on statement ${statement}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'any question' : `${parts.join(', ')}`;
}

/** A form's letter as it is shown. */
export const formName = (id: string): string => `Form ${id.toUpperCase()}`;

/** How far a plan has come, in one phrase. */
export function standing({ formCount, itemCount, published }: Pick<PlanFragment, 'formCount' | 'itemCount' | 'published'>): { sign: string; kind: '' | 'good' | 'warn'; says: string } {
  if (published?.current === true) return { sign: '✓', kind: 'good', says: `Published in version ${published.courseVersion?.number ?? '?'}` };
  if (published !== null) return { sign: '!', kind: 'warn', says: `Changed since version ${published.courseVersion?.number ?? '?'}` };
  if (formCount > 0) return { sign: '◐', kind: '', says: 'Not published yet' };
  return { sign: '○', kind: '', says: itemCount === 0 ? 'Just begun' : 'No forms yet' };
}

/** In percent with one decimal where it has one. @param share 0..1 */
export const share = (value: number): string => `${(Math.round(value * 1000) / 10).toLocaleString('en')}\u00a0%`;

/** How many questions a form of this blueprint has. */
export const formSize = ({ sections }: FormBlueprint): number => sections.reduce((sum, { count }) => sum + count, 0);
