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
  /** how far a completed lesson was scrolled */
  completedPositions: boolean;
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
export type RoomStep = { name: string | null; change: Partial<Room> };

export const allRoom: Room = {
  tight: false, reflectionText: Infinity, checkText: Infinity, completedPositions: true, checkResponses: true, checkScores: true,
  everyAttempt: true, attemptText: Infinity, attemptResponses: true, reflections: true, checks: true, lessons: true,
};
export const roomSteps: readonly RoomStep[] = [
  { name: null, change: {} },
  { name: 'long-reflection-texts', change: { reflectionText: 1000 } },
  { name: 'reflection-texts', change: { reflectionText: 0 } },
  { name: null, change: { tight: true } },
  { name: 'long-check-texts', change: { checkText: 60 } },
  { name: 'completed-lesson-positions', change: { completedPositions: false } },
  { name: 'check-responses', change: { checkResponses: false } },
  { name: 'check-scores', change: { checkScores: false } },
  { name: 'older-attempts', change: { everyAttempt: false } },
  { name: 'long-attempt-texts', change: { attemptText: 60 } },
  { name: 'attempt-responses', change: { attemptResponses: false } },
  { name: 'reflection-marks', change: { reflections: false } },
  { name: 'checks', change: { checks: false } },
  { name: 'lessons', change: { lessons: false } },
];
