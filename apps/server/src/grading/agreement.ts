import type { RubricCriterion } from '@preceptor/assessment';
import { type Agreement, agreementTable, cohensKappa, wordOfAgreement } from '@preceptor/assessment/statistics';

/** Levels that the first and the second grader chose of one answer, by criterion. */
export interface Pair { first: Record<string, number>; second: Record<string, number> }
export interface CriterionAgreement { id: string; title: string; exact: number; kappa: number | null; standardError: number | null; weighted: number | null }
export interface GraderAgreement { answers: number; exact: number | null; kappa: number | null; standardError: number | null; low: number | null; high: number | null; sentence: string; criteria: CriterionAgreement[] }

/**
 * How far first and second graders agree: for each criterion, and over all of them together (levels pooled by their place,
 * disagreement weighted by the square of their distance).
 */
export function agreementOf(rubric: readonly RubricCriterion[], pairs: readonly Pair[]): GraderAgreement {
  const chosen = (criterion: string) => pairs.flatMap(({ first, second }): [number, number][] => {
    const [one, two] = [first[criterion], second[criterion]];
    return one === undefined || two === undefined ? [] : [[one, two]];
  });
  const criteria = rubric.map(({ id, title, levels }): CriterionAgreement => {
    const own = chosen(id);
    const table = agreementTable(own, levels.length);
    const plain = cohensKappa(table).value;
    return { id, title, exact: share(own), kappa: plain?.kappa ?? null, standardError: plain?.standardError ?? null, weighted: cohensKappa(table, 'quadratic').value?.kappa ?? null };
  });
  // Levels are pooled by their place: a kappa of the whole rubric, as one grader's choices against the other's.
  const all = rubric.flatMap(({ id }) => chosen(id));
  const overall = cohensKappa(agreementTable(all, Math.max(0, ...rubric.map(({ levels }) => levels.length))), 'quadratic').value;
  return {
    answers: pairs.length, exact: all.length === 0 ? null : share(all), kappa: overall?.kappa ?? null, standardError: overall?.standardError ?? null, low: overall?.low ?? null, high: overall?.high ?? null,
    sentence: sentenceOf(pairs.length, overall), criteria,
  };
}

function sentenceOf(answers: number, agreement: Agreement | null): string {
  if (answers === 0) return 'No answer has two gradings yet.';
  if (agreement === null) return answers < 2 ? 'One answer has two gradings: too few to say how far graders agree.' : 'Both graders chose the same level throughout: kappa is not defined where there is nothing to tell apart.';
  const sure = answers < 20 ? ' With so few answers the figure may move a lot.' : '';
  const advice = agreement.kappa <= 0.6 ? ' Talk about the rubric before going on: its levels are read differently.' : '';
  return `Agreement is ${wordOfAgreement(agreement.kappa)} over ${answers} ${answers === 1 ? 'answer' : 'answers'} graded twice.${sure}${advice}`;
}

const share = (pairs: readonly [number, number][]): number => (pairs.length === 0 ? 0 : pairs.filter(([one, two]) => one === two).length / pairs.length);
