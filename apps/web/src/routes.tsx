import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './frame/Frame.js';
import { NotFound } from './frame/NotFound.js';
import { Start } from './session/Start.js';
import { CrashPage } from './frame/CrashPage.js';
import { sorts, stateChoices } from './bank/filters.js';
import { mailStates } from './mails/states.js';
import { text, choice, flag } from './frame/address.js';
import { optionsInAddress } from './packages/options.js';

/*
 * Every screen and its address. What a screen filters or sorts by is in the address too, so that it can be shared
 * and survives reload and back. Each desk is a bundle of its own.
 */
const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: CrashPage });

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./session/SignIn.js'), 'SignIn'),
  validateSearch: (search) => ({ ...text(search, 'next'), ...text(search, 'at'), ...text(search, 'failed') }),
});

const home = createRoute({ getParentRoute: () => root, path: '/home', component: lazyRouteComponent(() => import('./learner/Home.js'), 'Home') });
const results = createRoute({ getParentRoute: () => root, path: '/home/$enrolment', component: lazyRouteComponent(() => import('./learner/Results.js'), 'Results') });

const courses = createRoute({ getParentRoute: () => root, path: '/courses', component: lazyRouteComponent(() => import('./instructor/Courses.js'), 'Courses') });
const course = createRoute({
  getParentRoute: () => root, path: '/courses/$course', component: lazyRouteComponent(() => import('./instructor/CourseFrame.js'), 'CourseFrame'),
  validateSearch: (search) => ({ ...text(search, 'version') }),
});
const units = createRoute({ getParentRoute: () => course, path: '/', component: lazyRouteComponent(() => import('./instructor/Units.js'), 'Units') });
const statements = createRoute({
  getParentRoute: () => course, path: '/statements', component: lazyRouteComponent(() => import('./instructor/Statements.js'), 'Statements'),
  validateSearch: (search) => ({ ...flag(search, 'gaps'), ...text(search, 'section'), ...text(search, 'q') }),
});
const items = createRoute({
  getParentRoute: () => course, path: '/items', component: lazyRouteComponent(() => import('./instructor/Items.js'), 'Items'),
  validateSearch: (search) => ({
    ...text(search, 'unit'), ...text(search, 'level'), ...text(search, 'difficulty'), ...text(search, 'kind'), ...text(search, 'q'), ...flag(search, 'flagged'),
    ...choice(search, 'sort', ['answered', 'facility', 'difficulty', 'level']), ...flag(search, 'descending'),
  }),
});
const item = createRoute({
  getParentRoute: () => course, path: '/items/$item', component: lazyRouteComponent(() => import('./instructor/ItemPage.js'), 'ItemPage'),
  validateSearch: (search) => ({ ...text(search, 'in') }),
});
const statistics = createRoute({ getParentRoute: () => course, path: '/statistics', component: lazyRouteComponent(() => import('./statistics/CourseStatistics.js'), 'CourseStatistics') });
const assessmentStatistics = createRoute({
  getParentRoute: () => course, path: '/statistics/$assessment', component: lazyRouteComponent(() => import('./statistics/StatisticsPage.js'), 'StatisticsPage'),
  validateSearch: (search) => ({
    ...text(search, 'taken'), ...text(search, 'cohort'), ...flag(search, 'flagged'), ...choice(search, 'sort', ['facility', 'discrimination', 'omitted', 'time']), ...flag(search, 'descending'),
  }),
});
const regrade = createRoute({ getParentRoute: () => course, path: '/items/$item/regrade', component: lazyRouteComponent(() => import('./grading/RegradePage.js'), 'RegradePage') });
const lesson = createRoute({ getParentRoute: () => course, path: '/lessons/$lesson', component: lazyRouteComponent(() => import('./instructor/LessonPage.js'), 'LessonPage') });
const packages = createRoute({
  getParentRoute: () => course, path: '/package', component: lazyRouteComponent(() => import('./packages/PackagePage.js'), 'PackagePage'),
  validateSearch: packageChoice,
});
const packageSteps = createRoute({ getParentRoute: () => course, path: '/package/steps', component: lazyRouteComponent(() => import('./packages/StepsPage.js'), 'StepsPage'), validateSearch: packageChoice });
const delivery = createRoute({
  getParentRoute: () => course, path: '/delivery/$assessment', component: lazyRouteComponent(() => import('./delivery/DeliveryPage.js'), 'DeliveryPage'),
  validateSearch: (search) => ({ ...text(search, 'cohort') }),
});
const printed = createRoute({ getParentRoute: () => course, path: '/print/$assessment', component: lazyRouteComponent(() => import('./exchange/PrintPage.js'), 'PrintPage') });
const checkPackage = createRoute({
  getParentRoute: () => root, path: '/check-package', component: lazyRouteComponent(() => import('./packages/CheckPage.js'), 'CheckPage'),
  validateSearch: (search) => ({ ...text(search, 'check') }),
});

const cohorts = createRoute({ getParentRoute: () => root, path: '/cohorts', component: lazyRouteComponent(() => import('./coordinator/Cohorts.js'), 'Cohorts'), validateSearch: (search) => ({ ...flag(search, 'archived') }) });
const cohort = createRoute({
  getParentRoute: () => root, path: '/cohorts/$cohort', component: lazyRouteComponent(() => import('./coordinator/CohortPage.js'), 'CohortPage'),
  validateSearch: (search) => ({
    ...choice(search, 'sort', ['PROGRESS', 'LAST_ACTIVITY', 'SCORE']), ...flag(search, 'descending'), ...text(search, 'q'),
    ...choice(search, 'status', ['NOT_STARTED', 'ON_TRACK', 'BEHIND', 'COMPLETED', 'STUCK']), ...text(search, 'group'), ...text(search, 'after'),
  }),
});
const cohortSchedule = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/schedule', component: lazyRouteComponent(() => import('./coordinator/schedule/SchedulePage.js'), 'SchedulePage') });
const cohortGroups = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/groups', component: lazyRouteComponent(() => import('./groups/GroupsPage.js'), 'GroupsPage') });
const cohortPlaces = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/places', component: lazyRouteComponent(() => import('./coordinator/places/PlacesPage.js'), 'PlacesPage') });
const cohortSettings = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/settings', component: lazyRouteComponent(() => import('./coordinator/settings/SettingsPage.js'), 'SettingsPage') });
const gradebook = createRoute({
  getParentRoute: () => root, path: '/cohorts/$cohort/gradebook', component: lazyRouteComponent(() => import('./gradebook/GradebookPage.js'), 'GradebookPage'),
  validateSearch: (search) => ({ ...choice(search, 'sort', ['TOTAL']), ...flag(search, 'descending'), ...text(search, 'q'), ...text(search, 'group'), ...text(search, 'after') }),
});
const cohortSessions = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/sessions', component: lazyRouteComponent(() => import('./sessions/CohortSessions.js'), 'CohortSessions') });
const cohortCompletion = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/completion', component: lazyRouteComponent(() => import('./completion/CompletionPage.js'), 'CompletionPage') });
const cohortEvaluation = createRoute({
  getParentRoute: () => root, path: '/cohorts/$cohort/evaluation', component: lazyRouteComponent(() => import('./evaluation/EvaluationPage.js'), 'EvaluationPage'),
  validateSearch: (search) => ({ ...choice(search, 'form', ['SESSION']), ...text(search, 'session') }),
});
const liveSession = createRoute({ getParentRoute: () => root, path: '/sessions/$session', component: lazyRouteComponent(() => import('./sessions/SessionPage.js'), 'SessionPage') });
const attend = createRoute({ getParentRoute: () => root, path: '/attend', component: lazyRouteComponent(() => import('./sessions/Attend.js'), 'Attend') });
const fillEvaluation = createRoute({
  getParentRoute: () => root, path: '/home/$enrolment/evaluation', component: lazyRouteComponent(() => import('./evaluation/FillPage.js'), 'FillPage'),
  validateSearch: (search) => ({ ...text(search, 'form'), ...text(search, 'session') }),
});
const mails = createRoute({ getParentRoute: () => root, path: '/mails', component: lazyRouteComponent(() => import('./mails/Mails.js'), 'Mails'), validateSearch: mailSearch });
const mail = createRoute({ getParentRoute: () => root, path: '/mails/$mail', component: lazyRouteComponent(() => import('./mails/MailPage.js'), 'MailPage') });
const unsubscribed = createRoute({ getParentRoute: () => root, path: '/mails/unsubscribed', component: lazyRouteComponent(() => import('./mails/Unsubscribed.js'), 'Unsubscribed'), validateSearch: (search) => text(search, 'after') });
const mailWording = createRoute({ getParentRoute: () => root, path: '/mails/wording', component: lazyRouteComponent(() => import('./mails/Wording.js'), 'Wording'), validateSearch: (search) => ({ ...text(search, 'kind'), ...text(search, 'language') }) });
const cohortMails = createRoute({ getParentRoute: () => root, path: '/cohorts/$cohort/mails', component: lazyRouteComponent(() => import('./mails/CohortMails.js'), 'CohortMails'), validateSearch: mailSearch });
const cohortCertificates = createRoute({
  getParentRoute: () => root, path: '/cohorts/$cohort/certificates', component: lazyRouteComponent(() => import('./certificates/CohortCertificates.js'), 'CohortCertificates'),
  validateSearch: (search) => ({ ...choice(search, 'standing', ['OFF', 'NOT_EARNED', 'READY', 'WAITING', 'ISSUED', 'EXPIRED', 'REVOKED']), ...text(search, 'after') }),
});
const certificateTemplate = createRoute({ getParentRoute: () => root, path: '/organisation/certificates', component: lazyRouteComponent(() => import('./certificates/TemplatePage.js'), 'TemplatePage') });
const story = createRoute({ getParentRoute: () => root, path: '/learners/$enrolment', component: lazyRouteComponent(() => import('./coordinator/Story.js'), 'Story') });

const importRoster = createRoute({
  getParentRoute: () => root, path: '/rosters/import', component: lazyRouteComponent(() => import('./rosters/RosterPage.js'), 'RosterPage'),
  validateSearch: (search) => ({ ...text(search, 'cohort'), ...text(search, 'from'), ...choice(search, 'show', ['NEW', 'ENROLLED', 'WAITING', 'CHANGED', 'NOTHING', 'REFUSED']), ...text(search, 'after') }),
});

const people = createRoute({
  getParentRoute: () => root, path: '/people', component: lazyRouteComponent(() => import('./administrator/People.js'), 'People'),
  validateSearch: (search) => ({ ...text(search, 'q'), ...text(search, 'after') }),
});

const invitation = createRoute({ getParentRoute: () => root, path: '/invitation/$token', component: lazyRouteComponent(() => import('./joining/InvitationPage.js'), 'InvitationPage') });
const signInLink = createRoute({ getParentRoute: () => root, path: '/sign-in/link/$token', component: lazyRouteComponent(() => import('./joining/LinkPage.js'), 'LinkPage') });
const join = createRoute({ getParentRoute: () => root, path: '/join', component: lazyRouteComponent(() => import('./registration/JoinPage.js'), 'CodePage') });
const joinByCode = createRoute({ getParentRoute: () => root, path: '/join/$code', component: lazyRouteComponent(() => import('./registration/JoinPage.js'), 'JoinPage') });
const joinConfirm = createRoute({ getParentRoute: () => root, path: '/join/confirm/$token', component: lazyRouteComponent(() => import('./registration/ConfirmPage.js'), 'ConfirmPage') });
const account = createRoute({ getParentRoute: () => root, path: '/account', component: lazyRouteComponent(() => import('./account/AccountPage.js'), 'AccountPage') });
const organisationSignIn = createRoute({ getParentRoute: () => root, path: '/organisation/sign-in', component: lazyRouteComponent(() => import('./ways-in/WaysInPage.js'), 'WaysInPage') });
const permissions = createRoute({ getParentRoute: () => root, path: '/organisation/permissions', component: lazyRouteComponent(() => import('./ways-in/PermissionsPage.js'), 'PermissionsPage') });
const organisation = createRoute({ getParentRoute: () => root, path: '/organisation', component: lazyRouteComponent(() => import('./administrator/OrganisationPage.js'), 'OrganisationPage') });

const daysOff = createRoute({ getParentRoute: () => root, path: '/days-off', component: lazyRouteComponent(() => import('./days-off/DaysOffPage.js'), 'DaysOffPage') });
const audit = createRoute({
  getParentRoute: () => root, path: '/audit', component: lazyRouteComponent(() => import('./audit/AuditPage.js'), 'AuditPage'),
  validateSearch: (search) => ({ ...text(search, 'who'), ...text(search, 'action'), ...text(search, 'subject'), ...text(search, 'from'), ...text(search, 'to'), ...text(search, 'after') }),
});

const privacy = createRoute({ getParentRoute: () => root, path: '/privacy', component: lazyRouteComponent(() => import('./privacy/PrivacyPage.js'), 'PrivacyPage') });

const newItem = createRoute({
  getParentRoute: () => root, path: '/bank/items/new', component: lazyRouteComponent(() => import('./editor/new/NewItemPage.js'), 'NewItemPage'),
  validateSearch: (search) => ({ ...text(search, 'bank'), ...text(search, 'folder'), ...text(search, 'statement'), ...text(search, 'level') }),
});
const editedItem = createRoute({ getParentRoute: () => root, path: '/bank/items/$item', component: lazyRouteComponent(() => import('./editor/ItemPage.js'), 'ItemPage') });

const grading = createRoute({ getParentRoute: () => root, path: '/grading', component: lazyRouteComponent(() => import('./grading/Queues.js'), 'Queues') });
const gradingQueue = createRoute({
  getParentRoute: () => root, path: '/grading/$queue', component: lazyRouteComponent(() => import('./grading/QueuePage.js'), 'QueuePage'),
  validateSearch: (search) => ({ ...flag(search, 'moderate') }),
});

const banks = createRoute({ getParentRoute: () => root, path: '/bank', component: lazyRouteComponent(() => import('./bank/Banks.js'), 'Banks') });
const bank = createRoute({ getParentRoute: () => root, path: '/bank/$bank', component: lazyRouteComponent(() => import('./bank/BankPage.js'), 'BankPage'), validateSearch: questionChoice });
const importQuestions = createRoute({
  getParentRoute: () => root, path: '/bank/$bank/import', component: lazyRouteComponent(() => import('./exchange/ImportPage.js'), 'ImportPage'),
  validateSearch: (search) => ({ ...text(search, 'from'), ...choice(search, 'show', ['KEPT', 'CHANGED', 'LOST', 'FAILED', 'KNOWN', 'UNSOUND']), ...text(search, 'after') }),
});
const exportQuestions = createRoute({ getParentRoute: () => root, path: '/bank/$bank/export', component: lazyRouteComponent(() => import('./exchange/ExportPage.js'), 'ExportPage'), validateSearch: questionChoice });
const assessments = createRoute({ getParentRoute: () => root, path: '/assessments', component: lazyRouteComponent(() => import('./assessments/Assessments.js'), 'Assessments') });
const assessment = createRoute({
  getParentRoute: () => root, path: '/assessments/$assessment', component: lazyRouteComponent(() => import('./assessments/AssessmentPage.js'), 'AssessmentPage'),
  validateSearch: (search) => ({ ...choice(search, 'step', ['what', 'blueprint', 'forms', 'pass-mark', 'publish']) }),
});
const rating = createRoute({
  getParentRoute: () => root, path: '/assessments/rate/$panel', component: lazyRouteComponent(() => import('./assessments/RatingPage.js'), 'RatingPage'),
  validateSearch: (search) => ({ ...text(search, 'question') }),
});
const coverage = createRoute({
  getParentRoute: () => root, path: '/bank/coverage', component: lazyRouteComponent(() => import('./bank/CoveragePage.js'), 'CoveragePage'),
  validateSearch: (search) => ({ ...text(search, 'course'), ...text(search, 'unit'), ...choice(search, 'show', ['missing', 'many']) }),
});
const duplicates = createRoute({
  getParentRoute: () => root, path: '/bank/duplicates', component: lazyRouteComponent(() => import('./bank/DuplicatesPage.js'), 'DuplicatesPage'),
  validateSearch: (search) => ({ ...text(search, 'bank'), ...text(search, 'after') }),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start, signIn, home, results, courses, course.addChildren([units, statements, items, item, regrade, statistics, assessmentStatistics, lesson, packages, packageSteps, delivery, printed]), checkPackage, cohorts, cohort, story, people, banks, bank, coverage, duplicates, newItem, editedItem, grading, gradingQueue, assessments, assessment, rating,
    audit,
    gradebook,
    cohortCertificates,
    certificateTemplate,
    privacy,
    importQuestions,
    importRoster,
    cohortSessions, cohortCompletion, cohortEvaluation, liveSession, attend, fillEvaluation,
    organisation,
    permissions,
    daysOff,
    cohortGroups,
    organisationSignIn,
    join,
    joinByCode,
    joinConfirm,
    account,
    invitation,
    signInLink,
    mails, mail, mailWording, unsubscribed, cohortMails,
    exportQuestions,
    cohortSettings,
    cohortPlaces,
    cohortSchedule,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

function questionChoice(search: Record<string, unknown>) {
  return {
    ...text(search, 'q'), ...text(search, 'course'), ...text(search, 'folder'), ...choice(search, 'state', stateChoices), ...text(search, 'kind'), ...text(search, 'level'), ...text(search, 'difficulty'),
    ...text(search, 'tag'), ...text(search, 'statement'), ...text(search, 'author'), ...flag(search, 'findings'), ...flag(search, 'unsound'),
    ...choice(search, 'sort', sorts), ...choice(search, 'order', ['up', 'down']), ...text(search, 'after'), ...text(search, 'page'),
  };
}

function mailSearch(search: Record<string, unknown>) {
  return { ...choice(search, 'state', [...mailStates]), ...text(search, 'kind'), ...text(search, 'to'), ...text(search, 'group'), ...text(search, 'after') };
}

function packageChoice(search: Record<string, unknown>) {
  return { ...text(search, 'lms'), ...text(search, 'standard'), ...text(search, 'package'), ...optionsInAddress(search) };
}

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
