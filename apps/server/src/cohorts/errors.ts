import { defineErrors } from '../platform/problem.js';

export const cohortErrors = defineErrors('cohorts', {
  DATES_REVERSED: { status: 400, says: 'A cohort ends on the day it starts or later.', when: '`endsOn` lies before `startsOn`.' },
});
