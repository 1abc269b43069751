import { choiceIds, correctResponse, pathOf, plainText, readNumber, readResponse, slotIds, type Item, type ItemResponse, type Kind, type ResponseOf } from '@preceptor/assessment';
import type { AnswerScore } from '../events.js';

/** What an interaction looks like to the standards, before either edition spells it. */
export type Shape = 'true-false' | 'choice' | 'sequencing' | 'matching' | 'performance' | 'numeric' | 'fill-in' | 'long-fill-in';
export type Spoken =
  | { shape: 'true-false'; value: boolean }
  | { shape: 'choice' | 'sequencing'; ids: string[] }
  | { shape: 'matching'; pairs: [slot: string, choice: string][] }
  /** what was done at each step, in the order in which it was done */
  | { shape: 'performance'; pairs: [step: string, choice: string][] }
  | { shape: 'numeric'; value: number; tolerance: number }
  | { shape: 'fill-in' | 'long-fill-in'; text: string };
export interface Interaction {
  item: string;
  shape: Shape;
  /** plain text of the question */
  description: string;
  /** null: nothing was answered */
  response: Spoken | null;
  /** Each alone is right; none where a person scores or no list could say it. */
  correct: Spoken[];
  caseMatters: boolean;
  /** all ids that may be chosen and all places that take one, sorted: what single letters stand for in SCORM 1.2 */
  choices: string[];
  slots: string[];
  /** a number is the scaled score of what is partly right */
  result: 'correct' | 'incorrect' | 'neutral' | number;
  weighting: number;
  latencySeconds: number;
  /** ISO 8601 UTC */
  at: string;
  /** ids of the units that the item belongs to */
  objectives: string[];
}
export interface InteractionMeta { at: string; latencySeconds: number; objectives?: string[] }

/** Says in the standards' words what was asked, what was answered and what it earned. Shows the key: a package's LMS may know it. */
export function interactionOf(item: Item, response: ItemResponse, score: AnswerScore, meta: InteractionMeta): Interaction {
  const answered = spoken(item, response);
  return {
    item: item.id, shape: answered?.shape ?? shapeOf(item), description: plainText(item.stemHtml), response: answered, correct: correctOf(item).filter((one) => answered === null || one.shape === answered.shape),
    caseMatters: item.kind === 'fill-in' && item.key.caseSensitive, choices: choiceIds(item), slots: item.kind === 'ordering' || item.kind === 'graphic-order' ? choiceIds(item) : slotIds(item),
    result: resultOf(score), weighting: item.maxScore, latencySeconds: meta.latencySeconds, at: meta.at, objectives: meta.objectives ?? [],
  };
}

/** What is chosen, matched, ordered or counted, and what it earned: no words of the question, the learner or the key. */
export function withoutTexts(interaction: Interaction): Interaction {
  const isText = (said: Spoken): boolean => said.shape === 'fill-in' || said.shape === 'long-fill-in';
  const { response, correct } = interaction;
  return { ...interaction, description: '', response: response === null || isText(response) ? null : response, correct: correct.filter((said) => !isText(said)) };
}

/** The interaction type that says most of each kind. A number with units is spelt as a text: numeric has no place for the unit. */
const shapes = {
  'single-choice': 'choice', 'multiple-response': 'choice', 'true-false': 'true-false', matching: 'matching', ordering: 'sequencing', categorising: 'matching',
  'fill-in': 'fill-in', numeric: 'numeric', cloze: 'matching', 'extended-matching': 'matching', hotspot: 'choice', 'long-text': 'long-fill-in',
  'script-concordance': 'matching', 'branching-case': 'performance', 'graphic-gap-match': 'matching', matrix: 'matching', slider: 'numeric', 'graphic-order': 'sequencing', upload: 'long-fill-in', passage: 'matching',
} as const satisfies Record<Kind, Shape>;
const shapeOf = (item: Item): Shape => (item.kind === 'numeric' && item.content.units !== undefined ? 'fill-in' : shapes[item.kind]);

function resultOf(score: AnswerScore): Interaction['result'] {
  switch (score.outcome) {
    case 'correct': case 'incorrect': return score.outcome;
    case 'partial': return score.scaled;
    case 'unanswered': case 'pending': return 'neutral';
  }
}

function spoken(item: Item, response: ItemResponse): Spoken | null {
  const value: unknown = readResponse(item, response);
  if (value === undefined) return null;
  const shape = shapeOf(item);
  if (item.kind === 'numeric') return quantity(shape, value);
  if (item.kind === 'upload') return { shape: 'long-fill-in', text: (value as ResponseOf['upload']).name };
  if (item.kind === 'branching-case') return { shape: 'performance', pairs: stepsTaken(item, value as ResponseOf['branching-case']) };
  switch (shape) {
    case 'true-false': return { shape, value: value === true };
    case 'choice': case 'sequencing': return { shape, ids: Array.isArray(value) ? value.map(String) : [String(value)] };
    case 'matching': return { shape, pairs: pairsIn(value as Record<string, string | string[]>).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
    case 'performance': return { shape, pairs: pairsIn(value as Record<string, string>) };
    case 'fill-in': case 'long-fill-in': return { shape, text: String(value) };
    case 'numeric': return typeof value === 'number' ? { shape, value, tolerance: 0 } : null;
  }
}

function pairsIn(response: Record<string, string | string[]>): [slot: string, choice: string][] {
  return Object.entries(response).flatMap(([slot, chosen]) => [chosen].flat().map((choice): [string, string] => [slot, choice]));
}

function stepsTaken({ content }: Extract<Item, { kind: 'branching-case' }>, response: ResponseOf['branching-case']): [step: string, choice: string][] {
  return pathOf(content, ({ id }) => response[id]).flatMap(({ step, option }): [string, string][] => (option === undefined ? [] : [[step.id, option.id]]));
}

/** What can't be read as one number was still an answer: then it is told as text. */
function quantity(shape: Shape, value: unknown): Spoken {
  const { value: amount = '', unit } = value as { value?: string; unit?: string };
  const [number, ...others] = readNumber(amount);
  if (shape === 'numeric' && number !== undefined && others.length === 0 && Math.abs(number) < 1e9) return { shape, value: number, tolerance: 0 };
  return { shape: 'fill-in', text: unit === undefined ? amount : `${amount} ${unit}` };
}

function correctOf(item: Item): Spoken[] {
  if (item.kind === 'fill-in') return item.key.accept.flatMap((one): Spoken[] => ('text' in one ? [{ shape: 'fill-in', text: one.text }] : []));
  if (item.kind === 'numeric' && shapeOf(item) === 'numeric') {
    const { value, tolerance, toleranceKind } = item.key;
    return [{ shape: 'numeric', value, tolerance: toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance }];
  }
  if (item.kind === 'slider') return [{ shape: 'numeric', ...item.key }];
  if (item.kind === 'script-concordance') return mostGiven(item);
  const value = correctResponse(item);
  const said = value === undefined ? null : spoken(item, { value });
  return said === null ? [] : [said];
}

/** Where experts are of two minds about a question, each of the answers that most of them gave is right: every way to give one of them to each. */
function mostGiven({ content, key }: Extract<Item, { kind: 'script-concordance' }>): Spoken[] {
  const ways = content.questions.reduce<[string, string][][]>((before, { id }) => {
    const counts = content.scale.map((point) => key.panel[id]?.[point.id] ?? 0);
    const most = Math.max(...counts);
    return before.flatMap((way) => content.scale.filter((_, at) => most > 0 && counts[at] === most).map((point): [string, string][] => [...way, [id, point.id]])).slice(0, MOST_PATTERNS);
  }, [[]]);
  return ways.map((pairs) => ({ shape: 'matching', pairs: pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)) }));
}
/** SCORM 2004 RTE 4.2.9.1: an LMS keeps at least five correct patterns of a matching. */
const MOST_PATTERNS = 5;
