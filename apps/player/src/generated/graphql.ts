// Generated from the schema and the .graphql files by `npm run generate`; do not edit.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which of several submitted attempts counts. */
export type Counting =
  /** The best. */
  | 'BEST'
  /** The first. */
  | 'FIRST'
  /** The last. */
  | 'LAST'
  /** The mean of all. */
  | 'MEAN';

/** When a learner is shown something of a submitted attempt: at once, once the assessment is closed for her, or never. */
export type Release =
  /** Once the assessment is closed for her. */
  | 'AFTER_CLOSING'
  /** At once. */
  | 'AT_ONCE'
  /** Never. */
  | 'NEVER';

/** Something that a player reports. `type` says which of the other fields it must have: see libs/tracking. */
export type TrackingEventInput = {
  /** The assessment that it is about. */
  assessment?: string | null | undefined;
  /** When it happened by the client's clock: ISO 8601 in UTC. A time that can't be refuses this event only. */
  at: string;
  /** The attempt to which the answer belongs; none for a check in a lesson. */
  attempt?: string | null | undefined;
  /** Whether the learner left the page of the attempt; false: she came back to it. */
  away?: boolean | null | undefined;
  /** UUIDv7 made by the client; sending an event twice is the same as sending it once. */
  id: string;
  /** The item answered. */
  item?: string | null | undefined;
  /** Seconds from seeing the item to answering it. */
  latencySeconds?: number | null | undefined;
  /** The lesson that it is about. */
  lesson?: string | null | undefined;
  /** How far the lesson was read, 0 to 1. */
  position?: number | null | undefined;
  /** The reflection written. */
  reflection?: string | null | undefined;
  /** ItemResponse of libs/assessment: `{ value, certainty? }`, by the ids that the form or the lesson shows. */
  response?: unknown;
  /** Whether the player resumed where it was left. */
  resumed?: boolean | null | undefined;
  /** Length of the session so far, in seconds. */
  seconds?: number | null | undefined;
  /** UUID of one opening of the player. */
  session: string;
  /** Its text, at most 10,000 characters. */
  text?: string | null | undefined;
  /** launched, acknowledged, lesson-opened, position, lesson-completed, item-answered, reflection-saved, focus-changed or session-ended. */
  type: string;
};

export type EndBreakMutationVariables = Exact<{
  enrolment: string;
  attempt: string;
  device?: string | null | undefined;
}>;


export type EndBreakMutation = { paused: { id: string, secondsLeft: number | null, onBreak: boolean, breakSecondsLeft: number, device: string | null, submittedAt: string | null } };

export type GlossaryQueryVariables = Exact<{
  enrolment: string;
}>;


export type GlossaryQuery = { enrolment: { id: string, glossary: unknown } | null };

export type LessonQueryVariables = Exact<{
  enrolment: string;
  lesson: string;
}>;


export type LessonQuery = { enrolment: { id: string, lesson: unknown } | null };

export type OpenQueryVariables = Exact<{
  enrolment: string;
}>;


export type OpenQuery = { enrolment: { id: string, outline: unknown, progress: unknown, account: { id: string, name: string } } | null };

export type ProgressQueryVariables = Exact<{
  enrolment: string;
}>;


export type ProgressQuery = { enrolment: { id: string, progress: unknown } | null };

export type RecordEventsMutationVariables = Exact<{
  enrolment: string;
  events: Array<TrackingEventInput> | TrackingEventInput;
  device?: string | null | undefined;
}>;


export type RecordEventsMutation = { recordEvents: { accepted: Array<string>, progress: unknown, rejected: Array<{ id: string, code: string }>, outcomes: Array<{ event: string, item: string, score: unknown, feedback: unknown }> } };

export type ResultQueryVariables = Exact<{
  enrolment: string;
  attempt: string;
}>;


export type ResultQuery = { enrolment: { id: string, attempt: { id: string, assessment: string, submittedAt: string | null, secondsLeft: number | null, form: unknown, responses: unknown, conditions: { opensAt: string | null, closesAt: string | null, timeLimitSeconds: number | null, usualTimeLimitSeconds: number | null, breakSeconds: number, maxAttempts: number | null, counts: Counting, navigation: string, pages: string, eachAnswer: boolean, passwordAsked: boolean, networksLimited: boolean, focusRecorded: boolean, scoreRelease: Release, moreShownAt: string | null } | null, result: { raw: number, max: number, scaled: number, passed: boolean | null, pending: boolean, attemptsLeft: number | null, lessonsToReadAgain: Array<string>, items: Array<{ item: string, score: unknown, feedback: unknown }>, objectives: Array<{ title: string, raw: number, max: number }> } | null } | null } | null };

export type SearchQueryVariables = Exact<{
  enrolment: string;
}>;


export type SearchQuery = { enrolment: { id: string, searchText: unknown } | null };

export type SittingQueryVariables = Exact<{
  enrolment: string;
  assessment: string;
}>;


export type SittingQuery = { enrolment: { id: string, sitting: { used: number, open: boolean, refused: string | null, until: string | null, conditions: { opensAt: string | null, closesAt: string | null, timeLimitSeconds: number | null, usualTimeLimitSeconds: number | null, breakSeconds: number, maxAttempts: number | null, counts: Counting, navigation: string, pages: string, eachAnswer: boolean, passwordAsked: boolean, networksLimited: boolean, focusRecorded: boolean, scoreRelease: Release, moreShownAt: string | null } } } | null };

export type StandingQueryVariables = Exact<{
  enrolment: string;
  attempt: string;
}>;


export type StandingQuery = { enrolment: { id: string, attempt: { id: string, secondsLeft: number | null, onBreak: boolean, breakSecondsLeft: number, device: string | null, submittedAt: string | null } | null } | null };

export type StartAttemptMutationVariables = Exact<{
  enrolment: string;
  assessment: string;
  attempt: string;
  device?: string | null | undefined;
  takeOver?: boolean;
  password?: string | null | undefined;
}>;


export type StartAttemptMutation = { startAttempt: { id: string, assessment: string, submittedAt: string | null, secondsLeft: number | null, form: unknown, responses: unknown, conditions: { opensAt: string | null, closesAt: string | null, timeLimitSeconds: number | null, usualTimeLimitSeconds: number | null, breakSeconds: number, maxAttempts: number | null, counts: Counting, navigation: string, pages: string, eachAnswer: boolean, passwordAsked: boolean, networksLimited: boolean, focusRecorded: boolean, scoreRelease: Release, moreShownAt: string | null } | null, result: { raw: number, max: number, scaled: number, passed: boolean | null, pending: boolean, attemptsLeft: number | null, lessonsToReadAgain: Array<string>, items: Array<{ item: string, score: unknown, feedback: unknown }>, objectives: Array<{ title: string, raw: number, max: number }> } | null } };

export type StartBreakMutationVariables = Exact<{
  enrolment: string;
  attempt: string;
  device?: string | null | undefined;
}>;


export type StartBreakMutation = { paused: { id: string, secondsLeft: number | null, onBreak: boolean, breakSecondsLeft: number, device: string | null, submittedAt: string | null } };

export type SubmitAttemptMutationVariables = Exact<{
  enrolment: string;
  attempt: string;
  device?: string | null | undefined;
}>;


export type SubmitAttemptMutation = { submitAttempt: { id: string, assessment: string, submittedAt: string | null, secondsLeft: number | null, form: unknown, responses: unknown, conditions: { opensAt: string | null, closesAt: string | null, timeLimitSeconds: number | null, usualTimeLimitSeconds: number | null, breakSeconds: number, maxAttempts: number | null, counts: Counting, navigation: string, pages: string, eachAnswer: boolean, passwordAsked: boolean, networksLimited: boolean, focusRecorded: boolean, scoreRelease: Release, moreShownAt: string | null } | null, result: { raw: number, max: number, scaled: number, passed: boolean | null, pending: boolean, attemptsLeft: number | null, lessonsToReadAgain: Array<string>, items: Array<{ item: string, score: unknown, feedback: unknown }>, objectives: Array<{ title: string, raw: number, max: number }> } | null } };
