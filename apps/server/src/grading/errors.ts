import { defineErrors } from '../platform/problem.js';

export const gradingErrors = defineErrors('grading', {
  ANSWER_CLAIMED: { status: 409, says: 'Somebody else is grading this answer.', when: 'gradeResponse of an answer that another grader has open. Ask for the next one; hers is free again after a quarter of an hour.' },
  GRADED_ALREADY: { status: 409, says: 'This answer is graded already.', when: 'gradeResponse of an answer on which it is not your turn: both graders have graded, or you graded first and a second one is asked.' },
  OWN_MARKS: { status: 409, says: 'Whoever graded an answer can\'t decide between her own marks and another\'s.', when: 'Moderating an answer that one has graded oneself. Somebody else decides.' },
  NOT_WHOLE: { status: 400, says: 'Choose one level for each criterion of the rubric.', when: 'gradeResponse without a level for each criterion, or with one that the rubric does not have.' },
  NOT_LAST: { status: 409, says: 'Something was done after this mark, so it can\'t be taken back any more.', when: 'withdrawMark of a mark that another grader has followed. A moderator, or a new mark, settles it.' },
  REGRADE_CHANGED: { status: 409, says: 'Something changed since this was looked at: an attempt was submitted or graded, or the question was regraded. Look again at who is affected.', when: 'regrade of a preview that no longer says what would happen. Ask previewRegrade again.' },
  NOTHING_TO_REGRADE: { status: 400, says: 'This is how the question counts already.', when: 'previewRegrade with what holds already.' },
  KEY_INVALID: { status: 400, says: 'This key does not fit the question.', when: 'previewRegrade with a key that its item\'s schema refuses; `extensions.path` names the place.' },
});
