export { attemptClosesAt, breakTaken, onBreak, type Break } from './attempt-time.js';
export { mayBegin, type NotNow } from './beginning.js';
export { countingScore, type AttemptEarned } from './counting.js';
export { inForce, type Conditions, type Locks } from './in-force.js';
export { isReleased, releasedAt, shownOf, type ReleasedPart } from './release.js';
export { countingRules, releaseMoments, usualGraceSeconds, usualRules, type Accommodation, type CountingRule, type DeliveryRules, type ReleaseMoment } from './rules.js';
export { rulesProblems, type RulesProblem } from './rules-problems.js';
