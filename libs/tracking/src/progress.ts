import type { ItemResponse } from '@preceptor/assessment';

export type Completion = 'not-started' | 'incomplete' | 'completed';
export type Success = 'unknown' | 'passed' | 'failed';
export interface LessonProgress { completion: Completion; position: number; openedAt: string | null; completedAt: string | null }
export interface CheckProgress { response: unknown; scaled: number; answers: number }
export interface AssessmentProgress { completion: Completion; success: Success; attempts: number; /** scaled, of the best submitted attempt */ best: number | null; openAttempt: OpenAttempt | null }
/** An attempt that was begun and not yet submitted: enough to draw its form again and show what was answered. */
export interface OpenAttempt { id: string; seed: string; startedAt: string; responses: Record<string, ItemResponse> }
/** What the events amount to: the value of a pure reducer, whatever the order or doubling of the events. */
export interface Progress {
  completion: Completion; success: Success;
  /** scaled 0..1: the mean best score of the assessments that decide success; null before the first attempt */
  score: number | null;
  /** 0..1 of what completion asks for */
  fraction: number;
  seconds: number;
  acknowledged: boolean;
  bookmark: { lesson: string; position: number } | null;
  lessons: Record<string, LessonProgress>;
  checks: Record<string, CheckProgress>;
  assessments: Record<string, AssessmentProgress>;
  reflections: Record<string, string>;
  firstAt: string | null; lastAt: string | null;
}
