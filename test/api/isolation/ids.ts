import type { IdPlace } from './asking.js';

/*
 * What the isolation test must know to ask your operation as a stranger would. It fails with the name of what is missing
 * here: add a line.
 */

/**
 * Of which table (or table.column) an argument's ids are, by its name; `=text` is made of words, with {table} for an id.
 * null: the client makes it, or it names nothing of an organisation.
 */
const byName: Record<string, string | null> = {
  account: 'account', accountId: 'account', assessment: '=quiz-orientation', attempt: 'learning_attempt', bank: 'authoring_bank', banks: 'authoring_bank',
  cohort: 'cohort', course: 'course', courseVersion: 'course_version', version: 'course_version', enrolment: 'enrolment', enrolments: 'enrolment', folder: 'authoring_folder', parent: 'authoring_folder',
  form: null, item: 'authoring_item', items: 'authoring_item', instead: 'authoring_item', one: 'authoring_item', other: 'authoring_item', panel: 'assessments_panel', panelists: 'account',
  plan: 'assessments_plan', snippet: 'grading_snippet', stake: 'grading_stake', answer: 'grading_task', mark: 'grading_mark', author: 'account', replyTo: 'authoring_comment', preview: 'grading_regrade',
  queue: '={course}.quiz-orientation.something', reference: 'cohort', focal: 'cohort', cohorts: 'cohort', sessions: null, organisation: 'organisation', column: null, category: null, signature: 'certificate_image', postTest: null, preTest: null, after: 'grading_task', statement: null, statements: null, section: null, unit: null, device: null, event: null, editor: null, session: null, lesson: null, rule: null, reflection: null, checks: null,
};
/** Where the name alone doesn't say it, by `operation.argument` or `Input.field`. */
const byPlace: Record<string, string | null> = { 'EnrolRowInput.clientId': null };
/** `id` of an operation: by the operation's name. */
const byOperation: Record<string, string | null> = {
  assessmentPlan: 'assessments_plan', changeAssessmentPlan: 'assessments_plan', deleteAssessmentPlan: 'assessments_plan', bankItem: 'authoring_item', item: 'authoring_item', approveItem: 'authoring_item', reinstateItem: 'authoring_item',
  restoreItem: 'authoring_item', retireItem: 'authoring_item', returnItem: 'authoring_item', submitItemForReview: 'authoring_item', SaveItemInput: 'authoring_item', cohort: 'cohort', course: 'course', coursePackage: 'course_package', courseVersion: 'course_version',
  enrolment: 'enrolment', gradingAnswer: 'grading_task', gradingQueue: '={course}.quiz-orientation.something', itemBank: 'authoring_bank', changeItemBank: 'authoring_bank', itemImport: 'exchange_import', mapImport: 'exchange_import', runImport: 'exchange_import', undoImport: 'exchange_import',
  discardImport: 'exchange_import', packageCheck: 'package_check', regrade: 'grading_regrade', changeBankFolder: 'authoring_folder', deleteBankFolder: 'authoring_folder', undoBankItemsChange: 'authoring_bulk_change', resolveComment: 'authoring_comment',
  removeAccommodation: 'delivery_accommodation', revokeApiKey: 'api_key', withdrawMark: 'grading_task', gradeResponse: null, TrackingEventInput: null, SaveAccommodationInput: null, FormSectionInput: null, FormItemInput: 'authoring_item', endSession: null, removeIdentityProvider: 'identity_provider', removePasskey: 'passkey', decideRegistration: 'registration', discardRoster: 'roster_import', GradebookCategoryInput: null, FormInput: null,
};

/** The table whose ids belong at a place: as is said above, else the one that is called like the argument or like what the operation gives; undefined: nobody can tell. */
export function tableFor({ name, of, gives }: IdPlace, tables: readonly string[]): string | null | undefined {
  const said = byPlace[`${of}.${name}`] ?? (name === 'id' ? byOperation[of] : byName[name]);
  if (said !== undefined || byPlace[`${of}.${name}`] === null) return said ?? null;
  const called = snake(name === 'id' ? gives.replace(/(Connection|View|Payload)$/, '') : name.replace(/Id$/, ''));
  const like = (word: string) => tables.find((table) => table === word) ?? tables.find((table) => table.endsWith(`_${word}`));
  return like(called) ?? like(called.replace(/s$/, ''));
}
const snake = (name: string): string => name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Values without which an operation would be refused before it looks at an id, by `operation.argument`, `Input.field` or the name alone. */
const plainValues: Record<string, unknown> = {
  email: 'somebody@elsewhere.example', password: 'a long enough password', timeZone: 'UTC', startsOn: '2027-01-01', endsOn: '2027-02-01', dueOn: '2027-01-15', scopes: ['read'], roles: ['LEARNER'], standard: 'scorm12', first: 2, languages: ['en'],
};
export const plainFor = (of: string, name: string): unknown => plainValues[`${of}.${name}`] ?? plainValues[name];

/** Operations that are for whoever has no organisation yet, with the reason why they may say something of one. */
export const open: Record<string, string> = {
  openRegistration: 'whoever has a code of registration reads for what it is',
  offeredProviders: 'what stands on the buttons of an organisation\'s sign-in page is for whoever is not signed in yet',
  demoPeople: 'the demo\'s people are offered to whoever sits at the machine, never in production',
  signInAsDemo: 'so is being one of them',
};

/** Plain routes: the tables of their parameters in order; or why a stranger may have what they give. */
export const routes: Record<string, { of: (string | null)[]; words?: string[] } | { open: string }> = {
  'GET /healthz': { open: 'says nothing of anybody' },
  'GET /readyz': { open: 'says nothing of anybody' },
  'POST /courses': { of: [] },
  'GET /oidc/:provider/begin': { open: 'sends a browser to an organisation\'s identity provider; nobody is signed in yet' },
  'GET /oidc/callback': { open: 'where identity providers send browsers back to: nothing but a visit that this browser began comes in' },
  'GET /organisations/:id/logo': { open: 'a logo stands in mails and on certificates' },
  'POST /organisation/logo': { of: [] },
  'GET /cohorts/:id/learners.csv': { of: ['cohort'] },
  'GET /cohorts/:id/learners.:format(csv|xlsx)': { of: ['cohort', null], words: ['csv'] },
  'GET /cohorts/:id/gradebook.:format(csv|xlsx)': { of: ['cohort', null], words: ['csv'] },
  'GET /cohorts/:id/certificates.zip': { of: ['cohort'] },
  'GET /cohorts/:id/live': { of: ['cohort'] },
  'GET /own-data.zip': { of: [] },
  'GET /cohorts/:id/evaluation.csv': { of: ['cohort'] },
  'POST /cohorts/:id/attendance': { of: ['cohort'] },
  'GET /verify/:id': { open: 'whoever has a certificate\'s number may check it; it gives away what the certificate says' },
  'GET /verify/:id/badge.json': { open: 'so does the badge' },
  'GET /issuers/:organisation/did.json': { open: 'the public key of an issuer' },
  'GET /issuers/:organisation/status/:list': { open: 'says by number alone which certificates were revoked' },
  'GET /certificates/:id/certificate.pdf': { of: ['certificate'] },
  'GET /transcript.pdf': { of: [] },
  'GET /certificates/credits.csv': { of: [] },
  'GET /certificates/credits.pdf': { of: [] },
  'POST /certificates/pictures': { of: [] },
  'GET /calendar/:file': { open: 'a calendar reads with the secret in its address and nothing else' },
  'POST /mails/bounces': { of: [] },
  'GET /unsubscribe': { open: 'a mail\'s reader unsubscribes with the signed word in its link' },
  'POST /unsubscribe': { open: 'so does her mail program' },
  'GET /audit/trail.csv': { of: [] },
  'GET /audit/trail.json': { of: [] },
  'POST /rosters/imports': { of: [] },
  'GET /rosters/imports/:id/refused.csv': { of: ['roster_import'] },
  'GET /rosters/template.csv': { open: 'an empty form' },
  'GET /packages/:id/:file': { of: ['course_version', null], words: ['scorm12.zip'] },
  'POST /packages/checks': { of: [] },
  'GET /packages/checks/:id/report.html': { of: ['package_check'] },
  'GET /learn/:enrolment': { of: ['enrolment'] },
  'GET /learn/:enrolment/*': { of: ['enrolment', null], words: [''] },
  'POST /learn/:enrolment/uploads': { of: ['enrolment'] },
  'GET /uploads/:id': { of: ['learning_upload'] },
  'GET /preview/item/*': { open: 'the frame for a question, with nothing in it' },
  'GET /preview/:version': { of: ['course_version'] },
  'GET /preview/:version/*': { of: ['course_version', null], words: [''] },
  'POST /authoring/media': { of: [] },
  'GET /authoring/media/:name': { of: ['authoring_medium.path'] },
  'GET /exchange/paper/:version/:assessment/:file': { of: ['course_version', null, null], words: ['final', 'paper.pdf'] },
  'POST /exchange/imports': { of: [] },
  'GET /exchange/exports/:id/:name': { of: ['exchange_export', null], words: ['x.zip'] },
  'GET /exchange/template.csv': { open: 'an empty form' },
  'GET /exchange/template.xlsx': { open: 'an empty form' },
};
