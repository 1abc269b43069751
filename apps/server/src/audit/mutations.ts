/**
 * Mutations that leave no entry in the trail, each with its reason. Every other one does: what its service does not
 * record by itself, with before and after, is recorded as it was asked (see `in-hand.ts`). A test goes through the schema.
 */
const learners = 'what learners do is their record, and stands in their story';
const waysIn = 'a way in changes nothing of the organisation; where somebody is signed in stands on her account page';
const drafts = 'each saved state of a draft is kept in its own history, with who and when; that it is approved is recorded';
const nothing = 'it changes nothing but what the asker looks at';

export const notRecorded: Readonly<Record<string, string>> = {
  recordEvents: learners, saveResponse: learners, startAttempt: learners, submitAttempt: learners, startBreak: learners, endBreak: learners,
  fillEvaluation: 'answers are anonymous: neither who gave them nor when may be kept',
  signIn: waysIn, signInAsDemo: waysIn, signInByLink: waysIn, signOut: waysIn, switchOrganisation: waysIn, requestSignInLink: waysIn,
  beginSecondFactor: 'nothing is in force until it is confirmed, which is recorded',
  createItem: drafts, saveItem: drafts, restoreItem: drafts, commentOnItem: drafts, resolveComment: drafts, sayItemsDiffer: drafts,
  nextAnswer: nothing, previewRegrade: nothing, recomputeStatistics: nothing, compareItems: nothing, mapImport: nothing, mapRoster: nothing, sendTestMail: nothing,
  discardImport: 'nothing of the file came in', discardRoster: 'nothing of the file came in',
  setMailLanguage: 'in which language somebody reads her own mails is of no weight to anybody else',
  saveGradingSnippet: 'a grader\'s own words, on no mark yet', deleteGradingSnippet: 'a grader\'s own words, on no mark any more',
};

/** How the change is called that a mutation asks for, `of` what kind of thing, and the argument with its id. */
interface Called { action: string; of: string; by: string }
const called = (action: string, of: string, by = 'id'): Called => ({ action, of, by });

/** Of mutations whose services don't record: what is recorded in their place. Not named here: `asked.<mutation>`. */
const names: Readonly<Record<string, Called>> = {
  acknowledgePassAtStake: called('pass-at-stake.settled', 'pass-at-stake', 'stake'),
  beginNextRound: called('panel.next-round', 'panel', 'panel'), closePanel: called('panel.closed', 'panel', 'panel'), dismissPanelist: called('panel.panelist-dismissed', 'panel', 'panel'),
  invitePanelists: called('panel.panelists-invited', 'panel', 'panel'), openPanel: called('panel.opened', 'assessment-plan', 'plan'), rateItems: called('panel.rated', 'panel', 'panel'),
  takePanelsPassMark: called('panel.pass-mark-taken', 'panel', 'panel'),
  bringCourseItems: called('bank.course-brought', 'course', 'course'), buildForms: called('forms.built', 'assessment-plan', 'plan'), saveForms: called('forms.saved', 'assessment-plan', 'plan'), undoForms: called('forms.undone', 'assessment-plan', 'plan'),
  publishAssessment: called('assessment-plan.published', 'assessment-plan', 'plan'),
  createItemBank: called('bank.made', 'bank'), changeBankItems: called('bank.items-changed', 'bank'), undoBankItemsChange: called('bank.change-undone', 'bulk-change'),
  createBankFolder: called('bank.folder-made', 'bank', 'bank'), changeBankFolder: called('bank.folder-changed', 'folder'), deleteBankFolder: called('bank.folder-deleted', 'folder'),
  waiveFinding: called('finding.waived', 'item', 'item'), unwaiveFinding: called('finding.no-longer-waived', 'item', 'item'), pushItems: called('bank.items-pushed', 'bank', 'bank'),
  dismissFlag: called('flag.dismissed', 'item', 'item'), reopenFlag: called('flag.reopened', 'item', 'item'), regrade: called('item.regraded', 'regrade', 'preview'),
  runImport: called('items.imported', 'import'), undoImport: called('items.import-undone', 'import'),
  makePackage: called('package.asked-for', 'course-version', 'version'), savePackageOptions: called('package.options-saved', 'course', 'course'),
  endSession: called('account.session-ended', 'session'), removeCalendar: called('calendar.address-ended', 'account'), renewCalendar: called('calendar.address-made', 'account'),
  sendMailAgain: called('mail.sent-again', 'mail'), runRoster: called('roster.begun', 'roster-import'),
};

export const isRecorded = (mutation: string): boolean => !(mutation in notRecorded);
export const nameOf = (mutation: string): Called => names[mutation] ?? called(`asked.${mutation}`, 'organisation');
/** Mutations that the lists name: a test finds those that there are no more. */
export const namedMutations = (): string[] => [...Object.keys(notRecorded), ...Object.keys(names)];
