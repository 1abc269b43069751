import type { EarnedFeedback, ItemResponse, ItemView, ResponseOf, Score } from '@preceptor/assessment';
import type { CourseOutline, DeliveredForm, Glossary, LessonContent, SearchEntry } from '@preceptor/course/delivery';
import type { EventOf, OpenAttempt, TrackingEvent } from '@preceptor/tracking';
import type { Rules } from './rules.js';
import type { WordsData } from '../words/words.js';

/** Where the player gets what it shows, and who scores: the same for screens whether a server does or the player must. */
export interface Delivery {
  outline(): Promise<CourseOutline>;
  lesson(id: string): Promise<LessonContent<ItemView>>;
  glossary(): Promise<Glossary>;
  search(): Promise<SearchEntry[]>;
  /** One item by itself, for a preview; null where there is none or it may not be seen. */
  item(id: string): Promise<ItemView | null>;
  /** Has an answer recorded and gives what it earned; null where that is not said, or not yet. */
  answer(event: EventOf<'item-answered'>, record: Record): Promise<Outcome | null>;
  /** What an earlier answer to a check earned; null where only the score is known. */
  recall(item: string, response: ItemResponse): Promise<Outcome | null>;
  /** Begins an attempt, or opens again the one that was begun. `event` is recorded where the player itself draws the form. */
  startAttempt(assessment: string, open: OpenAttempt | null, event: EventOf<'attempt-started'>, record: Record): Promise<Attempt>;
  /** Submits an attempt, after every answer to it has been recorded. `attemptsUsed` counts this one. */
  submitAttempt(attempt: Attempt, event: EventOf<'attempt-submitted'>, record: Record, attemptsUsed: number): Promise<AttemptResult>;
  /** Where the course can be had in several languages. */
  readonly languages?: Languages;
  /** Takes files that answer items; left out where there is nowhere to send one. */
  readonly uploads?: Uploads;
}

/** A file on its way to whoever keeps it. `id` is made here: what was sent before by the same id is not kept twice. */
export interface UploadedFile { id: string; item: string; blob: Blob; name: string; mediaType: string }
export interface Uploads {
  /** Sends a file; what it gives is the answer. `onProgress` is told the share that was sent, 0..1. Rejects with a DeliveryError. */
  send(file: UploadedFile, onProgress: (share: number) => void, signal: AbortSignal): Promise<ResponseOf['upload']>;
  /** where the learner gets her own file again, by what the answer calls it */
  addressOf(file: string): string;
}

/** A language of a course; `title` is its own name for itself, `course` what the course is called in it. */
export interface CourseLanguage { language: string; direction: 'ltr' | 'rtl'; title: string; course?: string }
/** A course in one language. Ids are the same in all of them, so progress and answers are too. */
export interface Spoken { outline: CourseOutline; words: WordsData }
export interface Languages {
  readonly all: readonly CourseLanguage[];
  /** Has everything delivered in a language from now on. Rejects where it can't be had: then all stays as it was. */
  use(language: string): Promise<Spoken>;
  /** A submitted attempt with its result, in the language of now; `responses` are the attempt's. */
  retell(attempt: Attempt): Promise<{ attempt: Attempt; result: AttemptResult }>;
}
/** Hands an event to the tracker; resolves once it is kept. */
export type Record = (event: TrackingEvent) => Promise<void>;

/** What an answer earned, as far as it is released. */
export interface Outcome { score: Score; feedback: EarnedFeedback | null }

/** One attempt in front of the learner. */
export interface Attempt {
  id: string;
  assessment: string;
  form: DeliveredForm;
  responses: { [item: string]: ItemResponse };
  /** Seconds that were left when this was handed over, by the clock that decides; null: no limit. */
  secondsLeft: number | null;
  /** what is in force for it, where a server conducts it */
  rules?: Rules | null;
}
export interface AttemptResult {
  raw: number; max: number; /** 0..1 */ scaled: number;
  /** null: nothing to pass, or a person has still to score */
  passed: boolean | null;
  /** A person has still to score some of it. */
  pending: boolean;
  items: { item: string; outcome: Outcome | null }[];
  parts: { title: string; raw: number; max: number }[];
  lessonsToReadAgain: string[];
  /** null: as many as one likes */
  attemptsLeft: number | null;
  /** Not even the score is released: all of the above says nothing. */
  withheld?: boolean;
  /** when more will be shown, ISO 8601; null: nothing more will */
  moreAt?: string | null;
}

/** Why something can't be had; `code` is one of the API's, or OFFLINE. */
export class DeliveryError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = 'DeliveryError';
  }
}
