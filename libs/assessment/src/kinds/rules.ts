import type { Choice, ContentOf, ItemOf, ItemView, Kind, PartScore, ResponseOf } from '../item.js';

/** What a kind is: the one contract that every folder beside this file fulfils. */
export interface KindRules<K extends Kind> {
  /** false: only a person can score it. */
  objective: boolean;
  /** Reads whatever came in; undefined: it is no response to this item. May throw only where the value itself throws. */
  read(content: ContentOf[K], value: unknown): ResponseOf[K] | undefined;
  /** Judges a response that `read` gave. */
  judge(item: ItemOf<K>, response: ResponseOf[K]): Judgement;
  /** The response that earns the most; undefined where no single one does. */
  correctResponse(item: ItemOf<K>): ResponseOf[K] | undefined;
  /** What a learner may see, its choices arranged by `order`. Copies the fields that are shown, and no others. */
  view(item: ItemOf<K>, order: readonly string[]): ViewOf<K>;
  /** Lists whose order is the learner's view's to choose. */
  arranged(content: ContentOf[K]): ArrangedList[];
  /** What can be chosen. With a slot: what can be chosen there. */
  choices(content: ContentOf[K], slot?: string): Named[];
  /** Places that each take a choice or a set (premises, gaps, questions, steps, rows ...); none where the response is one choice or set. */
  slots(content: ContentOf[K]): Named[];
  /** Ids under `feedback.byChoice` that a response touches. */
  touched(response: ResponseOf[K]): string[];
  /** The response in words for a report, one entry for each choice made. */
  labels(content: ContentOf[K], response: ResponseOf[K]): Named[];
}

/** `fraction` is what is earned, 0..1; the parts are in the same measure, so their `max` add up to 1. */
export interface Judgement { fraction: number; parts: PartScore[] }
/** `always`: the declared order would tell the key, so it is never shown. */
export interface ArrangedList { list: readonly Choice[]; always: boolean }
/** An id and its plain text. */
export interface Named { id: string; label: string }
export type ViewOf<K extends Kind> = Extract<ItemView, { kind: K }>;
