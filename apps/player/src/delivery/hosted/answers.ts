import type { EarnedFeedback, ItemResponse, ItemView, Score } from '@preceptor/assessment';
import type { CourseOutline, DeliveredForm, Glossary, LessonContent, SearchEntry } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';
import type { GlossaryQuery, LessonQuery, OpenQuery, ProgressQuery, RecordEventsMutation, ResultQuery, SearchQuery, SittingQuery, StandingQuery, StartAttemptMutation } from '../../generated/graphql.js';

/**
 * What the hosted API answers to each document: generated from the schema, with the fields that are JSON on the wire
 * read as what the schema's descriptions say they hold.
 */
type Shaped<T, Json extends { [K in keyof Json]: K extends keyof T ? unknown : never }> = Omit<T, keyof Json> & Json;
type Enrolment<Q extends { enrolment: unknown }, Json extends { [K in keyof Json]: K extends keyof NonNullable<Q['enrolment']> ? unknown : never }> =
  { enrolment: Shaped<NonNullable<Q['enrolment']>, Json> | null };

export type OpenAnswer = Enrolment<OpenQuery, { outline: CourseOutline; progress: Progress }>;
export type ProgressAnswer = Enrolment<ProgressQuery, { progress: Progress }>;
export type LessonAnswer = Enrolment<LessonQuery, { lesson: LessonContent<ItemView> | null }>;
export type GlossaryAnswer = Enrolment<GlossaryQuery, { glossary: Glossary }>;
export type SearchAnswer = Enrolment<SearchQuery, { searchText: SearchEntry[] }>;

type Recorded = RecordEventsMutation['recordEvents'];
export type RecordAnswer = { recordEvents: Shaped<Recorded, { outcomes: Shaped<Recorded['outcomes'][number], { score: Score; feedback: EarnedFeedback | null }>[]; progress: Progress }> };

type Attempted = StartAttemptMutation['startAttempt'];
type Resulted = NonNullable<Attempted['result']>;
export type HostedResult = Shaped<Resulted, { items: Shaped<Resulted['items'][number], { score: Score | null; feedback: EarnedFeedback | null }>[] }>;
export type HostedAttempt = Shaped<Attempted, { form: DeliveredForm; responses: { [item: string]: ItemResponse }; result: HostedResult | null }>;
export type StartAnswer = { startAttempt: HostedAttempt };
export type SubmitAnswer = { submitAttempt: HostedAttempt };
export type ResultAnswer = { enrolment: Omit<NonNullable<ResultQuery['enrolment']>, 'attempt'> & { attempt: HostedAttempt | null } | null };
export type SittingAnswer = SittingQuery;
export type StandingAnswer = StandingQuery;
