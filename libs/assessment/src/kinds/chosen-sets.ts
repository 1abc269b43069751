import { own, readIds } from '../reading.js';
import { judgeSet } from './chosen-set.js';
import type { Judgement, Named } from './rules.js';

/** Responses that put a set of choices into each slot: slot id -> choice ids, sorted, since the order of choosing is of no account. */
export type Sets = Record<string, string[]>;
/** A slot, and whether it takes several choices. */
export interface SetSlot { id: string; several: boolean }

/**
 * The known slots of whatever `value` is, each with the choices that it offers; undefined where none is left. Two
 * choices in a slot that takes one are no answer there.
 */
export function readSets(value: unknown, slots: readonly SetSlot[], offered: (slot: string) => readonly { id: string }[]): Sets | undefined {
  const sets = slots.flatMap(({ id, several }): [string, string[]][] => {
    const ids = readIds(own(value, id), offered(id));
    return ids === undefined || (!several && ids.length > 1) ? [] : [[id, ids.toSorted()]];
  });
  return sets.length > 0 ? Object.fromEntries(sets) : undefined;
}

/**
 * Partial credit for slots that each hold a set: each of n slots counts 1/n; within it, `judgeSet` where several may be
 * chosen, else the key's choice or nothing. Source: QTI 3.0 ASI, `map_response` for each of several response variables,
 * their scores averaged.
 */
export function judgeSets(slots: readonly SetSlot[], key: Readonly<Sets>, sets: Sets, offered: (slot: string) => readonly { id: string }[]): Judgement {
  const max = 1 / slots.length;
  const fractions = slots.map(({ id, several }) => judgeSet(offered(id), own(key, id) as string[] | undefined ?? [], sets[id] ?? [], !several).fraction);
  const parts = slots.map(({ id }, index) => {
    const earned = fractions[index] ?? 0;
    return { id, correct: earned === 1, raw: earned * max, max };
  });
  const sum = fractions.reduce((total, earned) => total + earned, 0);
  return { fraction: slots.length === 0 ? 0 : parts.every((part) => part.correct) ? 1 : sum / slots.length, parts };
}

/** The key as a response. */
export function rightSets(key: Readonly<Sets>): Sets {
  return Object.fromEntries(Object.entries(key).map(([slot, ids]) => [slot, ids.toSorted()]));
}

/** One entry for each choice made: `slot.choice`, in words `slot → choice`. */
export function labelSets(sets: Sets, slotLabel: (id: string) => string, choiceLabel: (id: string, slot: string) => string): Named[] {
  return Object.entries(sets).flatMap(([slot, ids]) => ids.map((id) => ({ id: `${slot}.${id}`, label: `${slotLabel(slot)} → ${choiceLabel(id, slot)}` })));
}
