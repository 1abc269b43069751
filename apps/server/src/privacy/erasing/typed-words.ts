import type { GivenMarks } from '@preceptor/assessment';
import type { TrackingEvent } from '@preceptor/tracking';

/** Kinds of questions that are answered in one's own words, or by a file with a name of its own; of the others an answer is a choice. */
const typed: ReadonlySet<string> = new Set(['fill-in', 'cloze', 'long-text', 'upload']);
/** Whether an answer may hold the learner's own words; `kind` undefined: nobody knows the question any more. */
export const isTyped = (kind: string | undefined): boolean => kind === undefined || typed.has(kind);

/** An event without what was written; null: it holds nothing of the kind. */
export function withoutWords(event: TrackingEvent, kindOf: (item: string) => string | undefined): TrackingEvent | null {
  if (event.type === 'reflection-saved') return event.text === '' ? null : { ...event, text: '' };
  if (event.type !== 'item-answered' || !isTyped(kindOf(event.item)) || isEmptied(event.response)) return null;
  return { ...event, response: emptied };
}

type Answered = Record<string, { response?: unknown }>;
/** A stored state of progress without what was typed; null: it holds nothing of the kind. */
export function stateWithoutWords<T extends { checks?: Answered; attempts?: Record<string, { responses?: Answered }> }>(state: T, kindOf: (item: string) => string | undefined): T | null {
  let found = false;
  const without = (answered: Answered): Answered => Object.fromEntries(Object.entries(answered).map(([item, entry]) => {
    if (entry.response === undefined || entry.response === null || !isTyped(kindOf(item)) || isEmptied(entry.response)) return [item, entry];
    found = true;
    return [item, { ...entry, response: emptied }];
  }));
  const { checks, attempts } = state;
  const next = {
    ...state, ...(checks === undefined ? {} : { checks: without(checks) }),
    ...(attempts === undefined ? {} : { attempts: Object.fromEntries(Object.entries(attempts).map(([id, attempt]) => [id, attempt.responses === undefined ? attempt : { ...attempt, responses: without(attempt.responses) }])) }),
  };
  return found ? next : null;
}

/** What stands in the place of an answer. */
export const emptied = { value: '' };
export const isEmptied = (response: unknown): boolean => JSON.stringify(response) === JSON.stringify(emptied);

/** Marks without graders' remarks; null: there are none. */
export function withoutRemarks(given: GivenMarks | null): GivenMarks | null {
  return given === null || given.comments.every((comment) => comment === '') ? null : { ...given, comments: given.comments.map(() => '') };
}

/** A changed mark without its reason; null: it has none. */
export function withoutReason<T extends { reason: string }>(mark: T | null): T | null {
  return mark === null || mark.reason === '' ? null : { ...mark, reason: '' };
}
