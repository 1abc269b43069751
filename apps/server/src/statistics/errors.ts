import { defineErrors } from '../platform/problem.js';

export const statisticsErrors = defineErrors('statistics', {
  STATISTICS_STOPPED: { status: 422, says: 'These statistics take too long to compute. Narrow them by version, cohort or dates.', when: 'Reading and analysing the attempts took more than three minutes or 512 MB.' },
  STATISTICS_BUSY: { status: 429, says: 'Many statistics are being computed. Try again in a minute.', when: 'Twenty analyses are under way or waiting on this server.' },
  STATISTICS_REASON: { status: 400, says: 'Say why the item may stay as it is, in at most 500 characters.', when: 'A flag was dismissed without a reason, or with one that is too long.' },
});
