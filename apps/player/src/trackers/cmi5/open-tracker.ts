import type { PlayerTracker } from '../player-tracker.js';
import { StandaloneTracker } from '../standalone/standalone-tracker.js';
import { Cmi5Tracker, keyOf } from './cmi5-tracker.js';
import { sessionOf, type LaunchDocument, type LaunchParameters } from './launch.js';
import { answered, Lrs, LrsError, type Fetch } from './lrs.js';
import type { Cmi5Surroundings, Store } from './surroundings.js';

const PAUSES_MS = [500, 1500];

/** Meets the LMS. Where it does not let us in, the course is played on and says so; what is done meanwhile is reported at the next launch. */
export async function openTracker(launched: LaunchParameters, around: Cmi5Surroundings, fetch: Fetch): Promise<PlayerTracker> {
  try {
    const lrs = new Lrs(launched, await tokenOf(launched, fetch, around.tab), fetch);
    const { value } = (await patiently(() => lrs.state('LMS.LaunchData'))) ?? {};
    const document = value as LaunchDocument;
    if (sessionOf(document) === '') throw new LrsError(404);
    around.judgeBy(document.masteryScore);
    return new Cmi5Tracker(lrs, launched, document, around);
  } catch (error) {
    const over = error instanceof LrsError && (error.status === 401 || error.status === 403);
    return new StandaloneTracker(around.outline, over ? 'session-over' : 'lms-failed', around.device, keyOf(launched));
  }
}

/** The token of this launch (cmi5 8.2). It is given once, so it is kept for when the page is loaded again. */
async function tokenOf(launched: LaunchParameters, fetch: Fetch, tab: Store): Promise<string> {
  const key = `preceptor:token:${launched.fetch}`;
  const known = tab.get(key);
  if (known !== null) return known;
  const response = await patiently(() => answered(fetch, launched.fetch, { method: 'POST' }));
  const given = (await response.json().catch(() => null)) as { 'auth-token'?: unknown; 'error-code'?: unknown } | null;
  const token = given?.['auth-token'];
  // 8.2.3: 1 and 2 say that the token was given before or that the session is over; 3 that the LMS is unwell.
  if (typeof token !== 'string' || token === '') throw new LrsError(String(given?.['error-code']) === '3' ? 500 : 401);
  tab.set(key, token);
  return token;
}

/** Asks again where there was no answer, or one that passes. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LrsError) || (error.status > 0 && error.status < 500 && error.status !== 429)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask();
}
