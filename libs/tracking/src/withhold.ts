import type { TrackingState } from './state.js';

/** A state without the scores of some submitted attempts: what their learner may know while these are not released. */
export function withoutScores(state: TrackingState, attempts: readonly string[]): TrackingState {
  if (attempts.length === 0) return state;
  const kept = { ...state.attempts };
  for (const id of attempts) {
    const known = Object.hasOwn(kept, id) ? kept[id] : undefined;
    if (known === undefined || known.submitted === null) continue;
    const { rescored: _withheld, ...rest } = known;
    kept[id] = { ...rest, submitted: { ...known.submitted, score: null } };
  }
  return { ...state, attempts: kept };
}
