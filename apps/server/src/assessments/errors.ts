import { defineErrors } from '../platform/problem.js';

export const assessmentsErrors = defineErrors('assessments', {
  BLUEPRINT_EMPTY: { status: 409, says: 'This blueprint asks for nothing yet. Give it a section with at least one question.', when: 'buildForms of a plan whose sections hold no items.' },
  BUILD_UNDER_WAY: { status: 409, says: 'Forms are being built already. Wait until that is done.', when: 'A plan\'s forms are being built, so they can\'t be built, changed or taken back now.' },
  BUILDS_BUSY: { status: 429, says: 'Many forms are being built. Try again in a minute.', when: 'Ten plans wait for their forms on this server.' },
  BUILD_STOPPED: { status: 422, says: 'Building took more memory or time than there is. Ask for fewer forms, or name the banks to draw from.', when: 'The solver took more than 1 GB, or did not end by its time limit.' },
  NO_FORMS: { status: 409, says: 'There are no forms yet. Build them, or pick the questions by hand.', when: 'A panel is opened, or an assessment published, whose forms hold nothing.' },
  ITEM_NOT_APPROVED: { status: 409, says: 'A question is not approved, or is retired, or is none of your organisation\'s.', when: 'A form names an item without an approved version. `extensions.path` names it.' },
  PUBLICATION_BLOCKED: { status: 409, says: 'This can\'t be published yet.', when: 'publishAssessment of what assessmentPublication lists problems for. The message names them.' },
  PANEL_CLOSED: { status: 409, says: 'This panel is closed. Ask whoever leads it to open another.', when: 'Ratings, invitations and rounds need an open panel.' },
  PANEL_OPEN: { status: 409, says: 'A panel is at work already. Close it first.', when: 'An assessment has one open panel at most.' },
  PANELIST_UNSUITABLE: { status: 400, says: 'Only instructors, reviewers, graders, coordinators and administrators of your organisation can be on a panel.', when: 'invitePanelists names somebody who is none of these: a learner may take the assessment.' },
  TOO_FEW_RATINGS: { status: 409, says: 'Two people at least must have rated every question before their pass mark can be taken.', when: 'takePanelsPassMark, or the next round, before two panelists are through.' },
});
