/**
 * What becomes of rows when their person is erased: deleted; kept, since they name her by a number alone; or kept without what
 * she or staff wrote in their own words, which may name anybody: columns that are emptied, or texts within a value (`FreeTexts`).
 */
export type AtErasure = 'delete' | 'keep' | 'without-texts' | { blank: Record<string, string> };
/** Rows that are about a person, or name her. */
export interface Holding {
  table: string;
  /** What they are, as a person would say it. */
  what: string;
  /** Why they are kept. */
  why: string;
  /** Columns with an account's id. */
  account?: readonly string[];
  /** The column with an enrolment's id. */
  enrolment?: string;
  /** The column with her e-mail address, for rows that know her by nothing else. */
  address?: string;
  /** Where the table has no organisation: the column that names a row of another table which has. */
  within?: { column: string; table: string };
  /** Whether the table has the organisation's id; else the rows are the account's or the enrolment's own. */
  organisation: boolean;
  erasure: AtErasure;
  /** Columns that her download leaves out, and says so: what others wrote for each other. */
  withheld?: readonly string[];
  /** Columns that are sealed at rest and hers to read. */
  sealed?: readonly string[];
}

const byAccount = (table: string, what: string, why: string, erasure: AtErasure, account: readonly string[] = ['account_id'], organisation = true): Holding => ({ table, what, why, account, organisation, erasure });
const byEnrolment = (table: string, what: string, why: string, erasure: AtErasure, organisation = false): Holding => ({ table, what, why, enrolment: 'enrolment_id', organisation, erasure });
const record = 'It is your learning record, which certificates and continuing education rest on.';
const work = 'It says who answers for a course, a question or a mark.';

/**
 * Everything that the server keeps of a person, by module: what she can take away, what the privacy page says, and what an erasure
 * does. A table that names an account or an enrolment and does not stand here fails a test.
 */
export const holdings: readonly Holding[] = [
  // identity
  { table: 'account', what: 'Your account: name and e-mail address', why: 'So that you can sign in and others know who you are.', account: ['id'], organisation: false, erasure: 'keep' },
  byAccount('membership', 'Your roles', 'They decide what you may open.', 'keep'),
  byAccount('cohort_role', 'What you are in one cohort alone', 'It decides what you may open.', 'delete'),
  byAccount('sign_in_session', 'Browsers in which you are signed in', 'So that you stay signed in.', 'delete'),
  byAccount('api_key', 'API keys that you made', 'Programs act with them in your name.', 'delete'),
  byAccount('organisation_setting', 'Settings of the organisation that you changed', work, 'keep', ['changed_by']),
  // sign-in
  byAccount('second_factor', 'That you sign in with a second factor', 'So that a stolen password is not enough.', 'delete', ['account_id'], false),
  byAccount('sign_in_link', 'Links by which you asked to sign in', 'So that each works once.', 'delete', ['account_id'], false),
  byAccount('passkey', 'Your passkeys: their names and public keys', 'So that they sign you in.', 'delete', ['account_id'], false),
  byAccount('passkey_challenge', 'That you are adding a passkey', 'So that it is made once, by you.', 'delete', ['account_id'], false),
  byAccount('provider_link', 'That you sign in through your organisation', 'So that it leads to your account.', 'delete', ['account_id'], false),
  byAccount('identity_provider', 'Ways to sign in that you set up for the organisation', work, 'keep', ['changed_by']),
  byAccount('invitation', 'Invitations that you sent', work, 'keep', ['created_by']),
  { table: 'invitation', what: 'Invitations to you', why: 'So that you can accept them.', address: 'email', organisation: true, erasure: 'delete' },
  { table: 'registration', what: 'That you registered yourself, with your name and address', why: 'So that staff could let you in.', address: 'email', organisation: true, erasure: 'delete' },
  byAccount('registration', 'People whom you let in', work, 'keep', ['decided_by']),
  // profiles, rosters
  { ...byAccount('profile', 'Your professional licence', 'It is printed on certificates where a board asks for it.', 'delete'), sealed: ['licence_number'] },
  byAccount('roster_external_id', 'Your number in the system that sent your enrolment', 'So that a list that comes again does not enrol you twice.', 'delete'),
  { table: 'roster_row', what: 'Lines of lists that name you', why: 'So that whoever sent the list sees what would come of each line.', address: 'email', organisation: false, within: { column: 'import_id', table: 'roster_import' }, erasure: 'delete' },
  byAccount('roster_import', 'Lists of people that you brought in', work, 'keep'),
  { table: 'roster_result', what: 'Lines about you in lists that were brought in', why: 'So that whoever sent the list sees what became of each line.', account: ['account_id'], organisation: false, erasure: 'keep' },
  // learning
  byAccount('enrolment', 'Courses that you take or took', record, 'keep'),
  byEnrolment('learning_progress', 'How far you are, and your scores', record, 'keep'),
  byEnrolment('learning_event', 'What you did in a course, and when; reflections that you wrote', record, 'without-texts'),
  byEnrolment('learning_attempt', 'Your attempts at assessments', record, 'keep'),
  byEnrolment('learning_response', 'Your answers', record, 'without-texts'),
  byEnrolment('learning_upload', 'Files that you handed in', 'They are what was graded.', 'delete'),
  // delivery
  byEnrolment('delivery_accommodation', 'Time, attempts and dates that you are granted', 'So that assessments are fair to you.', { blank: { reason: '' } }, true),
  byAccount('delivery_change', 'Changes of delivery rules that you made', work, 'keep'),
  byAccount('delivery_rules', 'Delivery rules that you set', work, 'keep', ['saved_by']),
  // cohorts, live sessions
  { table: 'cohort_facilitator', what: 'Cohorts that you lead', why: work, account: ['account_id'], organisation: false, erasure: 'keep' },
  { table: 'cohort_group_facilitator', what: 'Groups that you lead', why: work, account: ['account_id'], organisation: false, erasure: 'keep' },
  byAccount('cohort_waiting', 'Waiting lists that you are on', 'So that a place that frees goes to whoever waited longest.', 'delete'),
  byEnrolment('cohort_extension', 'More time that you were given, and why', 'So that you and those who teach you know your days.', { blank: { reason: '' } }, true),
  byAccount('cohort_extension', 'More time that you gave', work, 'keep'),
  byAccount('cohort_transfer', 'From which cohort to which you were moved', record, 'without-texts', ['account_id', 'done_by']),
  { table: 'cohort_change', what: 'Changes of cohorts that you made', why: work, account: ['account_id'], organisation: false, erasure: 'keep' },
  { table: 'live_attendance', what: 'Sessions that you attended', why: record, account: ['account_id', 'set_by'], organisation: false, erasure: 'keep' },
  byAccount('live_calendar', 'The address of your calendar', 'So that your calendar shows your sessions.', 'delete'),
  byAccount('live_change', 'Changes of sessions and attendance', record, 'keep', ['account_id', 'set_by']),
  // notes
  { ...byAccount('learner_note', 'That staff wrote notes about you, and when', 'So that those who teach you know what helps. What they wrote is not in your download: ask your organisation for it.', 'delete'), withheld: ['body', 'author_id'] },
  { ...byAccount('learner_note', 'Notes that you wrote about learners', work, 'keep', ['author_id']), withheld: ['body', 'account_id'] },
  // grading, gradebook
  byEnrolment('grading_task', 'Answers of yours that a person grades, with remarks', record, 'without-texts', true),
  byAccount('grading_mark', 'Marks that you gave', work, 'keep', ['grader_id']),
  byAccount('grading_snippet', 'Remarks that you keep for grading', 'You made them for yourself.', 'delete'),
  byAccount('grading_settings', 'Grading rules that you set', work, 'keep', ['updated_by']),
  byAccount('grading_regrade', 'Questions that you mended', work, 'keep'),
  byEnrolment('grading_regrade_attempt', 'Scores of yours that a regrade changed', record, 'keep'),
  byEnrolment('grading_stake', 'Passes of yours that a regrade turned', record, { blank: { note: '' } }, true),
  byEnrolment('gradebook_mark', 'Your marks in the gradebook', record, { blank: { reason: '' } }, true),
  byEnrolment('gradebook_change', 'How your marks in the gradebook were changed, and why', record, 'without-texts', true),
  byAccount('gradebook_settings', 'Gradebooks that you set up', work, 'keep', ['saved_by']),
  // authoring, assessments, statistics
  byAccount('authoring_item', 'Questions that you wrote', work, 'keep', ['author_id', 'updated_by']),
  byAccount('authoring_revision', 'Versions of questions that you saved', work, 'keep', ['saved_by']),
  byAccount('authoring_comment', 'Comments on questions', work, 'keep', ['account_id', 'resolved_by']),
  byAccount('authoring_decision', 'Reviews of questions', work, 'keep'),
  byAccount('authoring_bulk_change', 'Changes of many questions', work, 'keep'),
  byAccount('authoring_medium', 'Pictures that you added', work, 'keep'),
  byAccount('authoring_unlike', 'Questions that you called different', work, 'keep'),
  byAccount('authoring_waiver', 'Findings that you waived', work, 'keep'),
  byAccount('assessments_plan', 'Plans of assessments that you changed', work, 'keep', ['updated_by']),
  byAccount('assessments_panel', 'Panels that you opened', work, 'keep', ['opened_by']),
  byAccount('assessments_panelist', 'Panels that you sit on', work, 'keep'),
  byAccount('assessments_rating', 'Your ratings of questions', work, 'keep', ['account_id'], false),
  byAccount('assessments_publication', 'Assessments that you published', work, 'keep'),
  byAccount('statistics_dismissal', 'Flags that you let be', work, 'keep'),
  // exchange, packaging
  byAccount('exchange_import', 'Files of questions that you brought in', work, 'keep'),
  byAccount('exchange_export', 'Files of questions that you wrote', work, 'keep'),
  byAccount('course_package', 'Packages that you made', work, 'keep'),
  byAccount('package_check', 'Packages that you had checked', work, 'keep'),
  byAccount('package_download', 'Packages that you downloaded', work, 'keep'),
  byAccount('package_settings', 'Package options that you set', work, 'keep'),
  // evaluation, completion
  { table: 'evaluation_filled', what: 'That you filled in an evaluation form, not what you said in it', why: 'So that you are not asked again, and the certificate opens.', account: ['account_id'], organisation: false, erasure: 'keep' },
  byAccount('completion_rule', 'Rules of completion that you set', work, 'keep', ['saved_by']),
  // credentials
  byAccount('certificate', 'Your certificates, with your name as it is printed on them', 'Boards ask for them for six years, and whoever you show one to checks it here.', 'keep', ['account_id', 'issued_by', 'ended_by']),
  byAccount('certificate_attestation', 'What you attested for continuing education', record, 'keep'),
  // mail, audit
  byAccount('mail', 'Mails to you', 'So that what was sent, and what could not be, is known.', 'delete'),
  { table: 'mail_unsubscribe', what: 'Mails that you do not want', why: 'So that they are not sent to you.', address: 'address', organisation: true, erasure: 'delete' },
  byAccount('mail_language', 'The language in which you want mails', 'So that you are written to in it.', 'delete', ['account_id'], false),
  byAccount('mail_template', 'Mail templates that you changed', work, 'keep', ['saved_by']),
  byAccount('audit_entry', 'Changes that you made', 'The law and the organisation\'s clients ask who changed what.', 'keep'),
];

/** Columns that are never given away: what proves who somebody is, and the trail's own means. */
export const withheldColumn = /hash|secret|token|password|^salt$|^lease$/;
