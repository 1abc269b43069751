import type { CourseOutline } from '@preceptor/course/delivery';
import type { Progress } from '../progress.js';
import type { Interaction } from './interaction.js';

/** One element of a standard's data model and the value to set it to. */
export type CmiPair = readonly [element: string, value: string];
/** A reflection's text on its way into an LMS's comments. */
export interface Comment { /** the reflection's id */ id: string; text: string; /** ISO 8601 UTC */ at: string }

/** How one edition of SCORM is told of progress: pure functions from what we know to what is set, in the order to set it in. */
export interface CmiMapping {
  /** characters that the edition guarantees for suspend data */
  readonly suspendLimit: number;
  /** Status, score and place. What is not known yet is left unset. */
  standing(progress: Progress, outline: CourseOutline): CmiPair[];
  /** One objective for each unit, at the unit's place in the outline. */
  objectives(progress: Progress, outline: CourseOutline): CmiPair[];
  /** `text` is what `encodeState` gave with `suspendLimit`. */
  suspendData(text: string): CmiPair[];
  /** Time of this session so far, and how the next launch is to begin. */
  closing(progress: Progress, outline: CourseOutline, sessionSeconds: number): CmiPair[];
  /** One answer as a record of its own; `index` is the LMS's `interactions._count`. Records are only ever added (journalling). */
  interaction(index: number, interaction: Interaction): CmiPair[];
  /** Texts of reflections, for LMSs that keep comments; `index` is the number of comments that are there. */
  comments(index: number, comments: readonly Comment[]): CmiPair[];
}

/** Nothing is left to do that would count: until then a session is suspended, so that the LMS brings it back. */
export function isDone(progress: Progress, outline: CourseOutline): boolean {
  return progress.completion === 'completed' && (outline.rules.success.assessments.length === 0 || progress.success === 'passed');
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
