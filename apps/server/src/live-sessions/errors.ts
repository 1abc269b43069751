import { defineErrors } from '../platform/problem.js';

export const liveSessionsErrors = defineErrors('live-sessions', {
  SESSION_ENDS_EARLY: { status: 400, says: 'A session ends after it begins, and within a day.', when: '`endsAt` is not after `startsAt`, or more than 24 hours later.' },
  SESSION_CANCELLED: { status: 409, says: 'This session was cancelled.', when: 'Attendance of a session that does not take place. Restore it first with restoreLiveSession.' },
  NO_FACILITATOR: { status: 400, says: 'Only administrators, coordinators and instructors of your organisation can lead a session.', when: 'A facilitator who is no member of the staff. `extensions.path` names which.' },
  CODE_WRONG: { status: 404, says: 'This is no code of a session of yours that is on now. Codes change every minute: look at the screen again.', when: 'attend with a code that no session of the learner\'s cohorts shows now.' },
  CODE_LOCKED: { status: 429, says: 'Too many wrong codes. Try again in a few minutes, or tell your facilitator.', when: 'Ten wrong codes of one person within ten minutes.' },
  ALREADY_MARKED: { status: 409, says: 'Your facilitator has marked you otherwise already. Tell them if that is wrong.', when: 'attend, where a person has marked the learner absent or excused.' },
  LIST_UNREADABLE: { status: 400, says: 'No list of people can be read from this file.', when: 'An attendance list without a column of names or e-mail addresses, or one that is no text. Send CSV as the meeting program saves it.' },
});
