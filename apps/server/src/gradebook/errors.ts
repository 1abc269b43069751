import { defineErrors } from '../platform/problem.js';

export const gradebookErrors = defineErrors('gradebook', {
  GRADEBOOK_IMPOSSIBLE: { status: 400, says: 'These settings can\'t make a grade.', when: 'saveGradebook whose weights do not make 100, or with a category without a name. `extensions.path` names the field.' },
  GRADEBOOK_CHANGED: { status: 409, says: 'Somebody else changed the gradebook\'s settings meanwhile. Look at them again, then save yours.', when: 'saveGradebook with a revision that is not the newest. Read again; nothing was saved.' },
  MARK_CHANGED: { status: 409, says: 'Somebody else changed this mark meanwhile. Look at it again, then save yours.', when: 'overrideMark or undoMark with a revision that is not the newest. Read again; nothing was saved.' },
  NO_SUCH_COLUMN: { status: 404, says: 'This learner has no such mark.', when: 'The column is none of the courses that the learner takes in this cohort.' },
  NOTHING_TO_UNDO: { status: 409, says: 'Nothing was changed here that could be taken back.', when: 'undoMark of a mark that nobody has changed.' },
});
