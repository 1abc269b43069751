import type { EarnedFeedback, ItemResponse, ItemView, Score } from '@preceptor/assessment';
import type { CourseOutline, DeliveredForm, Glossary, LessonContent, SearchEntry } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';

/** The shapes of what the hosted API answers to each document. */

export interface OpenAnswer { enrolment: { id: string; account: { id: string; name: string }; outline: CourseOutline; progress: Progress } | null }
export interface ProgressAnswer { enrolment: { progress: Progress } | null }
export interface LessonAnswer { enrolment: { lesson: LessonContent<ItemView> | null } | null }
export interface GlossaryAnswer { enrolment: { glossary: Glossary } | null }
export interface SearchAnswer { enrolment: { searchText: SearchEntry[] } | null }
export interface StartAnswer { startAttempt: HostedAttempt }
export interface SubmitAnswer { submitAttempt: HostedAttempt }
export interface RecordAnswer { recordEvents: { accepted: string[]; rejected: { id: string; code: string }[]; outcomes: { event: string; item: string; score: Score; feedback: EarnedFeedback | null }[]; progress: Progress } }

export interface HostedAttempt {
  id: string; assessment: string; submittedAt: string | null; secondsLeft: number | null; form: DeliveredForm; responses: { [item: string]: ItemResponse };
  result: HostedResult | null;
}
export interface HostedResult {
  raw: number; max: number; scaled: number; passed: boolean | null; pending: boolean; attemptsLeft: number | null; lessonsToReadAgain: string[];
  items: { item: string; score: Score | null; feedback: EarnedFeedback | null }[]; objectives: { title: string; raw: number; max: number }[];
}
