import type { CmiMapping, CmiPair, CmiStandard } from '@preceptor/tracking';
import type { CallNames, LmsApi } from './lms-api.js';

/** In what the two editions of SCORM differ for a player, besides the mapping of libs/tracking. */
export interface Edition {
  standard: CmiStandard;
  apiName: string;
  calls: CallNames;
  mapping: CmiMapping;
  /** elements that say who learns, how, and what was kept */
  elements: { learnerId: string; learnerName: string; mode: string; entry: string; location: string; suspendData: string; score: string; maxTime: string; timeLimitAction: string };
  /** Whether a status that the LMS holds may be replaced by another: what was earned is not taken back. */
  mayBecome(element: string, held: string, next: string): boolean;
  /** Asks the LMS to close the course, suspended or done; null where the edition has no way to ask. */
  navigation(suspended: boolean): CmiPair | null;
  /** Errors that say that there is no session, or none any more. */
  sessionOver: readonly number[];
  /** status elements whose value at launch must be known for that */
  statuses: string[];
  /** Texts of reflections that the LMS kept as comments, by the reflection's id. */
  keptComments(api: LmsApi): { [reflection: string]: string };
  /** How many comments there are already; 0 where comments are one text. */
  commentCount(api: LmsApi): number;
  /** Puts objectives where the LMS has them already. */
  placed(objectives: CmiPair[], api: LmsApi): CmiPair[];
}
