import type { CourseOutline, Reporting } from '@preceptor/course/delivery';
import type { Progress, Success } from '../progress.js';
import type { Interaction } from './interaction.js';

/** One element of a standard's data model and the value to set it to. */
export type CmiPair = readonly [element: string, value: string];
/** A reflection's text on its way into an LMS's comments. */
export interface Comment { /** the reflection's id */ id: string; text: string; /** ISO 8601 UTC */ at: string }

/**
 * How one edition of SCORM is told of progress: pure functions from what we know to what is set, in the order to set it
 * in. `reporting` says what the packager chose; without it, `usualReporting`.
 */
export interface CmiMapping {
  /** characters that the edition guarantees for suspend data, where `Reporting.suspendLimit` says nothing else */
  readonly suspendLimit: number;
  /** Score, status and place, in that order: some LMSs report with the score that they have when a status comes. What is not known yet is left unset. */
  standing(progress: Progress, outline: CourseOutline, reporting?: Reporting): CmiPair[];
  /** One objective for each unit, at the unit's place in the outline. */
  objectives(progress: Progress, outline: CourseOutline, reporting?: Reporting): CmiPair[];
  /** `text` is what `encodeState` gave with the limit that holds. */
  suspendData(text: string): CmiPair[];
  /** Time of this session so far, and how the next launch is to begin. */
  closing(progress: Progress, outline: CourseOutline, sessionSeconds: number, reporting?: Reporting): CmiPair[];
  /** One answer as a record of its own; `index` is the LMS's `interactions._count`. Records are only ever added (journalling). Empty where none are to be sent. */
  interaction(index: number, interaction: Interaction, reporting?: Reporting): CmiPair[];
  /** Texts of reflections, for LMSs that keep comments; `index` is the number of comments that are there. */
  comments(index: number, comments: readonly Comment[]): CmiPair[];
}

/** Nothing is left to do that would count: until then a session is suspended, so that the LMS brings it back. */
export function isDone(progress: Progress, outline: CourseOutline): boolean {
  return progress.completion === 'completed' && (outline.rules.success.assessments.length === 0 || progress.success === 'passed');
}

/** What a package does that nothing was chosen for. */
export const usualReporting: Readonly<Reporting> = { status: 'passed-failed', interactions: 'all', exit: 'suspend-until-done' };

/** Completion and success as far as they are told: all of it; no "failed", and not completed before it is passed; or no verdict. */
export function toldOf(progress: Progress, outline: CourseOutline, { status }: Reporting): { completed: boolean; success: Success } {
  const completed = progress.completion === 'completed';
  switch (status) {
    case 'passed-failed': return { completed, success: progress.success };
    case 'passed-incomplete': return { completed: isDone(progress, outline), success: progress.success === 'passed' ? 'passed' : 'unknown' };
    case 'completed': return { completed, success: 'unknown' };
  }
}

/** Whether the LMS is asked to bring the learner back to where she was. */
export function isSuspended(progress: Progress, outline: CourseOutline, { exit }: Reporting): boolean {
  return exit === 'suspend' || (exit === 'suspend-until-done' && !isDone(progress, outline));
}

/** At most `digits` decimals, rounded down, so that "nearly all" never reads as all; no exponent, no trailing zeros. */
export function decimal(value: number, digits: number): string {
  const scale = 10 ** digits;
  // What stands a hair below a decimal is that decimal.
  const floored = Math.floor(value * scale + 1e-6) / scale;
  return floored.toFixed(digits).replace(/\.?0+$/, '') || '0';
}

/** A number of at most `digits` decimals, rounded to the nearest, without exponent. */
export const signed = (value: number, digits: number): string => (value < 0 ? '-' : '') + decimal(Math.abs(value) + 0.5 / 10 ** digits, digits);
