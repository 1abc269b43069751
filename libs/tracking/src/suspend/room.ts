/**
 * What is left out where not everything fits, the least important first. Each step adds to those before it; its name is
 * what `Suspended.dropped` tells. docs/decisions/0004-state-encoding.md says why in this order.
 */
export interface Room {
  /** shorter hashes: nothing is lost, chance hits in later versions are likelier */
  tight: boolean;
  /** longest text of a reflection that is kept, in characters; what is longer leaves a mark */
  reflectionText: number;
  /** longest text in the answer to a check that is kept, in characters of its JSON */
  checkText: number;
  checkResponses: boolean;
  /** scores and numbers of answers of checks; that they were answered stays */
  checkScores: boolean;
  /** submitted attempts one by one; else one an assessment, with their number and the best score */
  everyAttempt: boolean;
  /** longest text in an answer of an open attempt */
  attemptText: number;
  attemptResponses: boolean;
  reflections: boolean;
  checks: boolean;
  lessons: boolean;
}
/** `part`: the one part that the step changes, by the letter of suspend.ts; none: all. */
export interface RoomStep { name: string | null; part?: string; change: Partial<Room> }

export const allRoom: Room = {
  tight: false, reflectionText: Infinity, checkText: Infinity, checkResponses: true, checkScores: true,
  everyAttempt: true, attemptText: Infinity, attemptResponses: true, reflections: true, checks: true, lessons: true,
};
export const roomSteps: readonly RoomStep[] = [
  { name: null, change: {} },
  { name: 'long-reflection-texts', part: 'r', change: { reflectionText: 1000 } },
  { name: 'reflection-texts', part: 'r', change: { reflectionText: 0 } },
  { name: null, change: { tight: true } },
  { name: 'long-check-texts', part: 'c', change: { checkText: 60 } },
  { name: 'longer-check-responses', part: 'c', change: { checkText: 10 } },
  { name: 'check-responses', part: 'c', change: { checkResponses: false } },
  { name: 'check-scores', part: 'c', change: { checkScores: false } },
  { name: 'older-attempts', part: 'a', change: { everyAttempt: false } },
  { name: 'long-attempt-texts', part: 'a', change: { attemptText: 60 } },
  { name: 'attempt-responses', part: 'a', change: { attemptResponses: false } },
  { name: 'reflection-marks', part: 'r', change: { reflections: false } },
  { name: 'checks', part: 'c', change: { checks: false } },
  { name: 'lessons', part: 'l', change: { lessons: false } },
];
