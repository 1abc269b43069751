import { defineErrors } from '../platform/problem.js';

export const cohortErrors = defineErrors('cohorts', {
  DATES_REVERSED: { status: 400, says: 'A cohort ends on the day it starts or later.', when: '`endsOn` lies before `startsOn`.' },
  STALE_REVISION: { status: 409, says: 'Somebody changed this cohort after you opened it. Nothing of yours was saved.', when: '`revision` is not the newest. The sentence says who changed what and when. Read the cohort again, and save what is still wanted with its revision.' },
  COHORT_ARCHIVED: { status: 409, says: 'This cohort is archived: it can be read, not changed.', when: 'Any change of an archived cohort or of who is in it. unarchiveCohort opens it again.' },
  COHORT_FULL: { status: 409, says: 'All places of this cohort are taken.', when: 'enrol, admitWaiting, restoreLearner and moves into a cohort whose `capacity` is reached. enrolOrWait puts somebody on the waiting list instead.' },
  ALREADY_WAITING: { status: 409, says: 'This person is on the waiting list already.', when: 'enrolOrWait for somebody who waits for a place in a cohort that is still full.' },
  NOT_IN_COHORT: { status: 409, says: 'This learner takes the course alone: she is in no cohort.', when: 'withdrawLearner, restoreLearner and what else is about a place in a cohort.' },
  WAS_WITHDRAWN: { status: 409, says: 'This person was in that cohort before and was withdrawn. Give her that place back instead.', when: 'transferLearner into a cohort in which she has a record of her own.' },
  NOT_STAFF: { status: 400, says: 'Only people of your organisation can lead a cohort.', when: 'A facilitator who does not belong to the organisation.' },
  LEARNS_HERE: { status: 409, says: 'Somebody who learns in this cohort can\'t lead it or look into it.', when: 'A learner of a cohort is named as its facilitator, or given a role in it.' },
  NO_GROUPS: { status: 409, says: 'This cohort has no groups yet. Make some first.', when: 'shareOutGroups of a cohort without groups.' },
  GROUP_NAME_TAKEN: { status: 409, says: 'Another group of this cohort has this name.', when: 'createGroup and changeGroup; capitals do not tell names apart.' },
});
