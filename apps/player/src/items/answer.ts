import type { ItemView, Kind, ResponseOf } from '@preceptor/assessment';
import type { ComponentChildren } from 'preact';
import type { Outcome } from '../delivery/delivery.js';

export type ViewOf<K extends Kind> = Extract<ItemView, { kind: K }>;

/** What the part of a question that takes the answer is given. */
export interface AnswerProps<K extends Kind> {
  view: ViewOf<K>;
  /** What was answered so far; whatever was stored, so each kind reads it with care. */
  value: unknown;
  onChange(value: ResponseOf[K]): void;
  /** The answer stands and can't be changed now. */
  locked: boolean;
  outcome: Outcome | null;
  /** id of the element that asks the question */
  labelledBy: string;
}
export type AnswerField<K extends Kind> = (props: AnswerProps<K>) => ComponentChildren;

/** A stored answer as a list of ids; nothing where it is not one. */
export function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

/** A stored answer as pairs of ids; empty where it is not one. */
export function pairsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
