import { responseLabels } from '@preceptor/assessment';
import type { AttemptResult, ItemResult } from '@preceptor/assessment/statistics';
import type { SubmittedAnswer, SubmittedAttempt } from '../learning/submitted-attempts.js';
import type { AnalysisJob } from './job.js';

/** Learners give the same answers again and again: so many of each item are kept with what they chose. */
const mostKept = 500;

/** Turns a submitted attempt into what the statistics take. What waits for a person to grade says nothing yet and is left out. */
export function resultsOf({ items, itemsOf, cohortNames }: AnalysisJob): (versionId: string, version: string, attempt: SubmittedAttempt) => AttemptResult {
  const kept: (Map<string, string[]> | undefined)[] = [];
  const chosen = (place: number | undefined, response: string): string[] => {
    const item = place === undefined ? undefined : items[place];
    if (place === undefined || item === undefined) return [];
    const known = kept[place] ??= new Map<string, string[]>();
    const before = known.get(response);
    if (before !== undefined) return before;
    const found = responseLabels(item, JSON.parse(response) as unknown).map(({ id }) => id);
    if (known.size >= mostKept) known.clear();
    known.set(response, found);
    return found;
  };
  const result = (places: Record<string, number>, { itemId, response, raw, max, seconds }: SubmittedAnswer): ItemResult => ({
    item: itemId, raw, max, ...(response === null ? { omitted: true } : { chosen: chosen(places[itemId], response) }), ...(seconds === null || response === null ? {} : { seconds }),
  });
  // By version: the same answer is the same object as long as it has no time, and so is what it comes to.
  const results = new Map<string, WeakMap<SubmittedAnswer, ItemResult>>();
  const resultOf = (versionId: string): (answer: SubmittedAnswer) => ItemResult => {
    const places = itemsOf[versionId] ?? {};
    const known = results.get(versionId) ?? new WeakMap<SubmittedAnswer, ItemResult>();
    results.set(versionId, known);
    return (answer) => {
      if (answer.seconds !== null) return result(places, answer);
      const before = known.get(answer) ?? result(places, answer);
      known.set(answer, before);
      return before;
    };
  };
  return (versionId, version, { key, cohortId, answers }) => ({
    id: key, version, ...(cohortId === null ? {} : { cohort: cohortNames[cohortId] ?? cohortId }),
    scores: answers.filter(({ pending }) => !pending).map(resultOf(versionId)),
  });
}
