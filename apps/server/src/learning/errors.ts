import { defineErrors } from '../platform/problem.js';

export const learningErrors = defineErrors('learning', {
  ATTEMPT_CLOSED: { status: 409, says: 'This attempt was submitted already.', when: 'An answer comes after its attempt was submitted. It is not counted.' },
  ATTEMPTS_USED_UP: { status: 409, says: 'All attempts at this assessment are used up.', when: 'startAttempt, when as many attempts were begun as the assessment allows.' },
  TIME_OVER: { status: 409, says: 'The time for this attempt is over.', when: 'An answer reaches the server after the attempt\'s time limit. What came before counts; submit the attempt.' },
  ALREADY_ANSWERED: { status: 409, says: 'This question was answered already, and its feedback shown: the first answer counts.', when: 'A second answer to an item of an assessment that gives feedback after each answer.' },
  EVENT_BY_MUTATION: { status: 400, says: 'Attempts are begun and submitted by startAttempt and submitAttempt.', when: 'An event attempt-started or attempt-submitted of an attempt that the server does not know.' },
  ALREADY_ENROLLED: { status: 409, says: 'This person is enrolled in this version of the course already.', when: 'Enrolling somebody twice in the same course version and cohort.' },
  FORM_IMPOSSIBLE: { status: 409, says: 'No form of this assessment can be drawn: the course has too few questions for it.', when: 'A version whose banks do not hold what its blueprint asks for. Tell whoever published it.' },
  OTHER_COURSE: { status: 409, says: 'An enrolment can only be moved to another version of the same course.', when: 'moveEnrolments and previewMove with a version of another course.' },
});
