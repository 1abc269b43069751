import { defineErrors } from '../platform/problem.js';

export const liveErrors = defineErrors('live', {
  TOO_MANY_WATCHERS: { status: 429, says: 'This account watches too many cohorts at once. Close some of their pages.', when: 'GET /cohorts/<id>/live while 24 such streams of the account are open, or 2,000 of everybody\'s on this server.' },
});
