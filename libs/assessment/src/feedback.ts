import type { EarnedFeedback, Item, Kind, ResponseOf, Score } from './item.js';
import { rulesOf } from './kinds/registry.js';
import { own } from './reading.js';
import { readResponse } from './response.js';
import { scoreResponse } from './score.js';

/**
 * The feedback that a response earned: the item's own (`incorrectHtml` for anything short of right; for what a person
 * scores the model answer), what is said of each choice made, and the lessons to read again unless the answer was right.
 * QTI 3.0: `feedbackBlock` and `modalFeedback`, shown by outcome. When it may be shown is the assessment's rule.
 */
export function earnedFeedback(item: Item, response: unknown, score: Pick<Score, 'outcome'> = scoreResponse(item, response)): EarnedFeedback {
  const read = readResponse(item, response);
  const right = score.outcome === 'correct';
  const general = score.outcome === 'pending' ? undefined : right ? item.feedback.correctHtml : item.feedback.incorrectHtml;
  const model = (item.kind === 'long-text' || item.kind === 'upload') && read !== undefined ? item.key.modelAnswerHtml : undefined;
  const byChoice = (read === undefined ? [] : touched(item, read)).flatMap((id): [string, string][] => {
    const html = own(item.feedback.byChoice, id);
    return typeof html === 'string' ? [[id, html]] : [];
  });
  return {
    html: [general, model].filter((html) => html !== undefined),
    byChoice: Object.fromEntries(byChoice),
    lessons: right || score.outcome === 'pending' ? [] : [...item.lessons],
  };
}

function touched(item: Item, response: ResponseOf[Kind]): string[] {
  return rulesOf(item).touched(response);
}
