import { earnedFeedback } from './feedback.js';
import type { Assessment, EarnedFeedback, Item, ItemResponse, Kind, KeyOf, RubricCriterion, Score } from './item.js';
import { exactSum, passes, totalScore, type TotalScore } from './total.js';
import { rulesOf } from './kinds/registry.js';
import { own } from './reading.js';
import { scoreByRubric } from './rubric.js';
import { scoreResponse } from './score.js';

/**
 * What is done about an item that was delivered and turned out bad. `key`: another key, under which all its answers are
 * scored anew; `drop`: it counts in no attempt, neither its points nor what was earned of them; `full-marks`: all who had
 * it in their form earn all its points, also those who left it unanswered.
 */
export type Correction = { kind: 'key'; key: KeyOf[Kind] } | { kind: 'drop' } | { kind: 'full-marks' };

/** What people judged: for each criterion the index of the level chosen; two judgements where two graders' both count. */
export interface GivenMarks { judgements: Record<string, number>[]; comments: string[] }

/** All that one item of a submitted attempt's score follows from. `item` is as it was published. */
export interface Standing { item: Item; response: ItemResponse | null; given: GivenMarks | null; correction: Correction | null }

/** What counts of an item. `dropped`: it takes no part in the total. */
export type CountingScore = Score & { dropped: boolean };

/** The item with the key that holds now. */
export function correctedItem(item: Item, correction: Correction | null): Item {
  return correction?.kind === 'key' ? ({ ...item, key: correction.key } as Item) : item;
}

/** What an answer earns now: by its machine or by a person, and by what was done about the item since. Pure. */
export function scoreOf({ item, response, given, correction }: Standing): CountingScore {
  if (correction?.kind === 'full-marks') return { raw: item.maxScore, max: item.maxScore, scaled: 1, outcome: 'correct', parts: [], dropped: false };
  const now = correctedItem(item, correction);
  const score = given === null ? scoreResponse(now, response ?? undefined) : scoreByPeople(now, given);
  if (correction?.kind !== 'drop') return { ...score, dropped: false };
  // What it would have earned stays to be seen; a person need not look at it any more.
  return { ...score, raw: 0, max: 0, outcome: score.outcome === 'pending' ? 'unanswered' : score.outcome, dropped: true };
}

/** What a submitted attempt amounts to now: each item's score, the total and whether it passes. */
export function rescore(assessment: Pick<Assessment, 'passMark'>, standings: readonly Standing[]): { scores: CountingScore[]; total: TotalScore; passed: boolean | null } {
  const scores = standings.map(scoreOf);
  const total = totalScore(scores.filter(({ dropped }) => !dropped));
  return { scores, total, passed: passes(assessment, total) };
}

/** What is said of an answer now. A dropped item is not commented. */
export function feedbackNow(standing: Standing, score: CountingScore): EarnedFeedback {
  if (score.dropped) return { html: [], byChoice: {}, lessons: [] };
  return earnedFeedback(correctedItem(standing.item, standing.correction), standing.response ?? undefined, score);
}

/** The rubric of an item that a person scores; null: a machine scores it. */
export function rubricOf(item: Item): RubricCriterion[] | null {
  return rulesOf(item).objective || !('rubric' in item.key) ? null : item.key.rubric;
}

/** Whether each criterion has a level that the rubric knows, and nothing else is named. */
export function isWholeJudgement(item: Item, levels: Readonly<Record<string, number>>): boolean {
  const rubric = rubricOf(item) ?? [];
  return rubric.length > 0 && Object.keys(levels).length === rubric.length
    && rubric.every(({ id, levels: known }) => { const level = own(levels, id); return Number.isInteger(level) && known[Number(level)] !== undefined; });
}

/** The mean of what each judgement earns. Where one of them is not whole, all stays pending. */
function scoreByPeople(item: Item, { judgements }: GivenMarks): Score {
  if (item.kind !== 'long-text' && item.kind !== 'upload') return scoreResponse(item, undefined);
  const scores = judgements.map((levels) => scoreByRubric(item, levels));
  const [first] = scores;
  if (first === undefined) return scoreByRubric(item, {});
  const pending = scores.find(({ outcome }) => outcome === 'pending');
  if (pending !== undefined || scores.length === 1) return pending ?? first;
  const mean = (of: (score: Score) => number): number => exactSum(scores.map(of)) / scores.length;
  const scaled = mean((score) => score.scaled);
  return {
    raw: mean(({ raw }) => raw), max: first.max, scaled, outcome: scaled === 1 ? 'correct' : scaled > 0 ? 'partial' : 'incorrect',
    parts: first.parts.map((part, at) => ({ ...part, correct: scores.every(({ parts }) => parts[at]?.correct === true), raw: mean(({ parts }) => parts[at]?.raw ?? 0) })),
  };
}
