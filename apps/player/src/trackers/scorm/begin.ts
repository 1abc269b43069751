import type { Edition } from './edition.js';
import { findApis, mayHaveLms, type Frame } from './find-api.js';
import { lmsApi, type LmsApi } from './lms-api.js';

/** An LMS may put its API in place after it has opened the course. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 100;

/**
 * The nearest API that begins a session. One that is there is asked at once; one that is not, or does not begin, is
 * waited for as long as there is a window that may get one. 'none': there was no API; 'silent': none of them began.
 */
export async function apiThatBegins(start: Frame, edition: Edition, patienceMs = PATIENCE_MS): Promise<LmsApi | 'none' | 'silent'> {
  const tried = new Set<object>();
  for (let waited = 0; ; waited += PAUSE_MS) {
    const last = waited >= patienceMs || !mayHaveLms(start);
    for (const found of findApis(start, edition.apiName)) {
      // One that did not begin is asked once more at the end, and not all the time.
      if (tried.has(found) && !last) continue;
      tried.add(found);
      const api = lmsApi(found, edition.calls);
      if (api.initialize() || hasBegun(api, edition)) return api;
    }
    if (last) return tried.size === 0 ? 'none' : 'silent';
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** An LMS that says no may have begun already, for an earlier page or by itself (errors 101 and 103): then it answers questions. */
function hasBegun(api: LmsApi, { elements }: Edition): boolean {
  return api.get(elements.mode) !== '' && api.lastError() === 0 && api.get(elements.learnerId) !== '' && api.lastError() === 0;
}
