export type { AnswerScore, AttemptScore, EventOf, EventType, TrackingEvent } from './events.js';
export { emptyState, type TrackingState } from './state.js';
export { applyEvents, joinStates } from './reducer.js';
export { progressOf, type AssessmentProgress, type CheckProgress, type Completion, type LessonProgress, type OpenAttempt, type Progress, type Success } from './progress.js';
export { decodeState, encodeState, type Resumed, type Suspended } from './suspend/suspend.js';
export type { LaunchData, SaveState, Tracker } from './tracker.js';
export { uuidv7 } from './uuidv7.js';
