import { CERTAINTY_MARKS } from './certainty.js';
import type { Item, PartScore, Score } from './item.js';
import { rulesOf } from './kinds/registry.js';
import type { Named } from './kinds/rules.js';
import { plainText } from './plain-text.js';
import { responseLabels } from './report.js';
import { correctResponse, readCertainty } from './response.js';
import { scoreResponse } from './score.js';

export interface ExplainedPart extends PartScore { /** the part in plain words */ label: string }
export interface ExplainedScore {
  score: Score;
  /** how the score came about, in a sentence or two of English */
  sentence: string;
  parts: ExplainedPart[];
  /** what was answered, as `responseLabels` says it */
  answered: Named[];
  /** what would earn the most; empty where no single answer does */
  best: Named[];
}

/** What a response earns and why, for whoever writes the item: never for a learner, since it tells the key. Total, as `scoreResponse` is. */
export function explainScore(item: Item, response: unknown): ExplainedScore {
  const score = scoreResponse(item, response);
  const rules = rulesOf(item);
  const names = new Map([...rules.slots(item.content), ...rules.choices(item.content)].map(({ id, label }) => [id, label]));
  const parts = score.parts.map((part) => ({ ...part, label: names.get(part.id) ?? plainText(item.stemHtml) }));
  return { score, sentence: sentenceOf(item, score, response), parts, answered: responseLabels(item, response), best: responseLabels(item, { value: correctResponse(item) }) };
}

function sentenceOf(item: Item, score: Score, response: unknown): string {
  const { outcome, parts, raw, max } = score;
  if (outcome === 'unanswered') return 'Nothing was answered that this item can take: no points.';
  if (outcome === 'pending') return `A person scores this by the rubric: up to ${points(max)}.`;
  const right = parts.filter(({ correct }) => correct).length;
  const earned = `${said(raw)} of ${points(max)}`;
  const whole = outcome === 'correct' ? `All of it is right: ${earned}.`
    : parts.length > 1 ? `${right} of ${parts.length} parts ${right === 1 ? 'is' : 'are'} right: ${earned}.${allOrNothing(item) ? ' This item is scored all or nothing.' : ''}`
      : `The answer is ${outcome === 'partial' ? 'right in part' : 'not right'}: ${earned}.`;
  if (!item.certainty) return whole;
  const sure = readCertainty(response) ?? 1;
  const marks = CERTAINTY_MARKS[sure];
  return `${whole} At certainty ${sure} a right answer counts ${marks.right} and a wrong one ${marks.wrong} of ${CERTAINTY_MARKS[3].right}.`;
}

const allOrNothing = (item: Item): boolean => 'scoring' in item.key && item.key.scoring === 'all-or-nothing';
const said = (number: number): string => String(Math.round(number * 100) / 100);
const points = (number: number): string => `${said(number)} ${number === 1 ? 'point' : 'points'}`;
