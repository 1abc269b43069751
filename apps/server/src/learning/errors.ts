import { defineErrors } from '../platform/problem.js';

export const learningErrors = defineErrors('learning', {
  ATTEMPT_CLOSED: { status: 409, says: 'This attempt was submitted already.', when: 'An answer comes after its attempt was submitted. It is not counted.' },
  ATTEMPTS_USED_UP: { status: 409, says: 'All attempts at this assessment are used up.', when: 'startAttempt, when as many attempts were begun as the assessment allows.' },
  TIME_OVER: { status: 409, says: 'The time for this attempt is over.', when: 'An answer reaches the server after the attempt\'s time limit. What came before counts; submit the attempt.' },
  ALREADY_ANSWERED: { status: 409, says: 'This question was answered already, and its feedback shown: the first answer counts.', when: 'A second answer to an item of an assessment that gives feedback after each answer.' },
  ATTEMPT_ELSEWHERE: { status: 409, says: 'This attempt goes on on another device.', when: 'An answer or submission from a device that does not hold the attempt, or startAttempt from it without `takeOver`. Nothing of it is recorded.' },
  ON_BREAK: { status: 409, says: 'This attempt stands still for a break. End the break first.', when: 'An answer during a break.' },
  NO_BREAK: { status: 409, says: 'No break can be taken now.', when: 'startBreak where no break is granted, the breaks are used up, the time is over or a break is under way already.' },
  QUESTION_PASSED: { status: 409, says: 'This question was passed: there is no going back in this assessment.', when: 'In an assessment with linear navigation, an answer to a question before the last one answered.' },
  FOCUS_NOT_RECORDED: { status: 409, says: 'The rules of this attempt do not record whether the learner leaves the page.', when: 'An event focus-changed of an attempt whose rules do not say that it is recorded, or that is submitted.' },
  FILE_TOO_LARGE: { status: 413, says: 'This file is larger than this question takes.', when: 'A file is sent that has more bytes than the item allows.' },
  FILE_NOT_ACCEPTED: { status: 415, says: 'This question does not take files of this kind.', when: 'The bytes of a file that is sent show another media type than the item accepts, or none that is known.' },
  TOO_MANY_FILES: { status: 429, says: 'Many files were sent without being handed in. Hand one in, or try again tomorrow.', when: 'An enrolment has as many files as it may have that no answer names.' },
  EVENT_BY_MUTATION: { status: 400, says: 'Attempts are begun and submitted by startAttempt and submitAttempt.', when: 'An event attempt-started or attempt-submitted of an attempt that the server does not know.' },
  ALREADY_ENROLLED: { status: 409, says: 'This person is enrolled in this version of the course already.', when: 'Enrolling somebody twice in the same course version and cohort.' },
  NOT_RELEASED: { status: 409, says: 'This part of the course is not open yet.', when: 'An event about a lesson, a lesson\'s content or startAttempt before the cohort\'s rule opens its unit, or before the course that comes first is completed. The sentence says what it waits for.' },
  WITHDRAWN: { status: 409, says: 'You no longer have a place in this course. What you did is kept.', when: 'recordEvents, startAttempt or saveResponse of a learner who was withdrawn from her cohort. Her coordinator can undo it.' },
  FORM_IMPOSSIBLE: { status: 409, says: 'No form of this assessment can be drawn: the course has too few questions for it.', when: 'A version whose banks do not hold what its blueprint asks for. Tell whoever published it.' },
  OTHER_COURSE: { status: 409, says: 'An enrolment can only be moved to another version of the same course.', when: 'moveEnrolments and previewMove with a version of another course.' },
});
