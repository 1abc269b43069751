import { defineErrors } from '../platform/problem.js';

export const transferErrors = defineErrors('transfers', {
  SAME_COHORT: { status: 409, says: 'She is in this cohort already.', when: 'transferLearner to the cohort that the enrolment is in.' },
  NO_PLACE: { status: 409, says: 'She was withdrawn from her cohort. Give her that place back first.', when: 'transferLearner of an enrolment that was withdrawn.' },
  OLDER_VERSION: { status: 409, says: 'That cohort takes an older version of the course than she has.', when: 'transferLearner to a cohort whose version is older than the enrolment\'s: what she did in newer lessons would be lost from sight.' },
  MARKS_WAIT: { status: 409, says: 'An answer of hers waits for a person\'s mark. Mark it first, so that both places have the mark; or move her instead.', when: 'transferLearner with kind COPY while an attempt is not marked.' },
  ATTEMPT_OPEN: { status: 409, says: 'She is in the middle of an attempt. Copy her once it is submitted; or move her instead.', when: 'transferLearner with kind COPY while an attempt is under way.' },
});
