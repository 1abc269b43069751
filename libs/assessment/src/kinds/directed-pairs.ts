import { own } from '../reading.js';
import type { Judgement, Named } from './rules.js';

/**
 * Responses that put one choice into each slot: QTI's base type `directedPair`, or one response variable for each
 * gap or question. As a value they are a record from slot id to choice id.
 */
export type Pairs = Record<string, string>;

/** The known slots of whatever `value` is, each with a choice that it offers; undefined where none is left. */
export function readPairs(value: unknown, slots: readonly { id: string }[], offered: (slot: string) => readonly { id: string }[]): Pairs | undefined {
  const pairs = slots.flatMap(({ id }): [string, string][] => {
    const choice = own(value, id);
    return typeof choice === 'string' && offered(id).some((one) => one.id === choice) ? [[id, choice]] : [];
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

/**
 * Partial credit for slots: each of n slots earns 1/n when it holds its choice, and nothing is taken away for a wrong
 * or empty one. Source: QTI 3.0 ASI, response processing template `map_response` with a Mapping of 1/n for each right
 * pair and `defaultValue` 0.
 */
export function judgePairs(slots: readonly { id: string }[], key: Pairs, pairs: Pairs): Judgement {
  const max = 1 / slots.length;
  const parts = slots.map(({ id }) => {
    const chosen = own(pairs, id);
    const correct = chosen !== undefined && chosen === own(key, id);
    return { id, correct, raw: correct ? max : 0, max };
  });
  const right = parts.filter((part) => part.correct).length;
  return { fraction: slots.length === 0 ? 0 : right / slots.length, parts };
}

/** One entry for each filled slot: `slot.choice`, in words `slot → choice`. Neither id can hold a full stop. */
export function labelPairs(pairs: Pairs, slotLabel: (id: string) => string, choiceLabel: (id: string, slot: string) => string): Named[] {
  return Object.entries(pairs).map(([slot, choice]) => ({ id: `${slot}.${choice}`, label: `${slotLabel(slot)} → ${choiceLabel(choice, slot)}` }));
}
