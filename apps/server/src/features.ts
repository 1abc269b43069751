import { assessmentsEntities } from './assessments/assessments.entity.js';
import { assessmentsMigrations } from './assessments/assessments.migration.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { assessmentsErrors } from './assessments/errors.js';
import { auditEntities } from './audit/audit.entity.js';
import { auditMigrations } from './audit/audit.migration.js';
import { AuditModule } from './audit/audit.module.js';
import { AuditDeskModule } from './audit-desk/audit-desk.module.js';
import { authoringEntities } from './authoring/authoring.entity.js';
import { authoringMigrations } from './authoring/authoring.migration.js';
import { AuthoringModule } from './authoring/authoring.module.js';
import { authoringErrors } from './authoring/errors.js';
import { catalogEntities } from './catalog/catalog.entity.js';
import { catalogMigrations } from './catalog/catalog.migration.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { catalogErrors } from './catalog/errors.js';
import { cohortEntities } from './cohorts/cohorts.entity.js';
import { cohortMigrations } from './cohorts/cohorts.migration.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import { completionEntities } from './completion/completion.entity.js';
import { completionMigrations } from './completion/completion.migration.js';
import { CompletionModule } from './completion/completion.module.js';
import { cohortErrors } from './cohorts/errors.js';
import { sealedKey } from './credentials/badge/keys.service.js';
import { credentialsEntities } from './credentials/credentials.entity.js';
import { credentialsMigrations } from './credentials/credentials.migration.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { credentialsErrors } from './credentials/errors.js';
import { CloningModule } from './cloning/cloning.module.js';
import { daysOffEntities } from './days-off/days-off.entity.js';
import { daysOffMigrations } from './days-off/days-off.migration.js';
import { DaysOffModule } from './days-off/days-off.module.js';
import { deliveryEntities } from './delivery/delivery.entity.js';
import { deliveryMigrations } from './delivery/delivery.migration.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { DeliveryDeskModule } from './delivery-desk/delivery-desk.module.js';
import { deliveryErrors } from './delivery/errors.js';
import { evaluationErrors } from './evaluation/errors.js';
import { evaluationEntities } from './evaluation/evaluation.entity.js';
import { evaluationMigrations } from './evaluation/evaluation.migration.js';
import { EvaluationModule } from './evaluation/evaluation.module.js';
import { exchangeErrors } from './exchange/errors.js';
import { exchangeEntities } from './exchange/exchange.entity.js';
import { exchangeMigrations } from './exchange/exchange.migration.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import type { Feature } from './feature.js';
import { gradebookErrors } from './gradebook/errors.js';
import { gradebookEntities } from './gradebook/gradebook.entity.js';
import { gradebookMigrations } from './gradebook/gradebook.migration.js';
import { GradebookModule } from './gradebook/gradebook.module.js';
import { gradingErrors } from './grading/errors.js';
import { gradingEntities } from './grading/grading.entity.js';
import { gradingMigrations } from './grading/grading.migration.js';
import { GradingModule } from './grading/grading.module.js';
import { identityErrors } from './identity/errors.js';
import { identityEntities } from './identity/identity.entity.js';
import { identityMigrations } from './identity/identity.migration.js';
import { IdentityModule } from './identity/identity.module.js';
import { learningErrors } from './learning/errors.js';
import { learningEntities } from './learning/learning.entity.js';
import { learningMigrations } from './learning/learning.migration.js';
import { LearningModule } from './learning/learning.module.js';
import { mailErrors } from './mail/errors.js';
import { mailEntities } from './mail/mail.entity.js';
import { mailMigrations } from './mail/mail.migration.js';
import { MailModule } from './mail/mail.module.js';
import { liveSessionsErrors } from './live-sessions/errors.js';
import { liveSessionsEntities, sealedSecret } from './live-sessions/live-sessions.entity.js';
import { liveSessionsMigrations } from './live-sessions/live-sessions.migration.js';
import { LiveSessionsModule } from './live-sessions/live-sessions.module.js';
import { liveErrors } from './live/errors.js';
import { LiveModule } from './live/live.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { noteErrors } from './notes/errors.js';
import { notesEntities } from './notes/notes.entity.js';
import { notesMigrations } from './notes/notes.migration.js';
import { NotesModule } from './notes/notes.module.js';
import { packagingErrors } from './packaging/errors.js';
import { packagingEntities } from './packaging/packaging.entity.js';
import { packagingMigrations } from './packaging/packaging.migration.js';
import { PackagingModule } from './packaging/packaging.module.js';
import { profileEntities, sealedLicence } from './profiles/profiles.entity.js';
import { profileMigrations } from './profiles/profiles.migration.js';
import { ProfilesModule } from './profiles/profiles.module.js';
import { privacyErrors } from './privacy/errors.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { registrationErrors } from './registration/errors.js';
import { registrationEntities } from './registration/registration.entity.js';
import { registrationMigrations } from './registration/registration.migration.js';
import { RegistrationModule } from './registration/registration.module.js';
import { reportingEntities } from './reporting/reporting.entity.js';
import { reportingMigrations } from './reporting/reporting.migration.js';
import { remindersEntities } from './reminders/reminders.entity.js';
import { remindersMigrations } from './reminders/reminders.migration.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { scheduleEntities } from './schedule/schedule.entity.js';
import { scheduleMigrations } from './schedule/schedule.migration.js';
import { ScheduleModule } from './schedule/schedule.module.js';
import { signInErrors } from './sign-in/errors.js';
import { sealedClientSecret } from './sign-in/providers/providers.entity.js';
import { signInEntities } from './sign-in/sign-in.entity.js';
import { signInMigrations } from './sign-in/sign-in.migration.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { statisticsErrors } from './statistics/errors.js';
import { rosterErrors } from './rosters/errors.js';
import { rosterEntities, sealedCells, sealedPerson } from './rosters/rosters.entity.js';
import { rosterMigrations } from './rosters/rosters.migration.js';
import { RostersModule } from './rosters/rosters.module.js';
import { statisticsEntities } from './statistics/statistics.entity.js';
import { statisticsMigrations } from './statistics/statistics.migration.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { transferErrors } from './transfers/errors.js';
import { transfersEntities } from './transfers/transfers.entity.js';
import { transfersMigrations } from './transfers/transfers.migration.js';
import { TransfersModule } from './transfers/transfers.module.js';

/** The server's modules. To add one is to add its folder and a line here. */
export const features: Feature[] = [
  { module: ScheduleModule, entities: scheduleEntities, migrations: scheduleMigrations, errors: [] },
  { module: IdentityModule, entities: identityEntities, migrations: identityMigrations, errors: [identityErrors.table] },
  { module: ProfilesModule, entities: profileEntities, migrations: profileMigrations, errors: [], sealed: [sealedLicence] },
  { module: MailModule, entities: mailEntities, migrations: mailMigrations, errors: [mailErrors.table] },
  { module: AuditModule, entities: auditEntities, migrations: auditMigrations, errors: [] },
  { module: AuditDeskModule, entities: [], migrations: [], errors: [] },
  { module: DaysOffModule, entities: daysOffEntities, migrations: daysOffMigrations, errors: [] },
  { module: SignInModule, entities: signInEntities, migrations: signInMigrations, errors: [signInErrors.table], sealed: [sealedClientSecret] },
  { module: CatalogModule, entities: catalogEntities, migrations: catalogMigrations, errors: [catalogErrors.table] },
  { module: AuthoringModule, entities: authoringEntities, migrations: authoringMigrations, errors: [authoringErrors.table] },
  { module: ExchangeModule, entities: exchangeEntities, migrations: exchangeMigrations, errors: [exchangeErrors.table] },
  { module: DeliveryModule, entities: deliveryEntities, migrations: deliveryMigrations, errors: [deliveryErrors.table] },
  { module: LearningModule, entities: learningEntities, migrations: learningMigrations, errors: [learningErrors.table] },
  { module: CohortsModule, entities: cohortEntities, migrations: cohortMigrations, errors: [cohortErrors.table] },
  { module: RegistrationModule, entities: registrationEntities, migrations: registrationMigrations, errors: [registrationErrors.table] },
  { module: RostersModule, entities: rosterEntities, migrations: rosterMigrations, errors: [rosterErrors.table], sealed: [sealedCells, sealedPerson] },
  { module: NotesModule, entities: notesEntities, migrations: notesMigrations, errors: [noteErrors.table] },
  { module: LiveSessionsModule, entities: liveSessionsEntities, migrations: liveSessionsMigrations, errors: [liveSessionsErrors.table], sealed: [sealedSecret] },
  { module: EvaluationModule, entities: evaluationEntities, migrations: evaluationMigrations, errors: [evaluationErrors.table] },
  { module: CompletionModule, entities: completionEntities, migrations: completionMigrations, errors: [] },
  { module: DeliveryDeskModule, entities: [], migrations: [], errors: [] },
  { module: CredentialsModule, entities: credentialsEntities, migrations: credentialsMigrations, errors: [credentialsErrors.table], sealed: [sealedKey] },
  { module: GradingModule, entities: gradingEntities, migrations: gradingMigrations, errors: [gradingErrors.table] },
  { module: PackagingModule, entities: packagingEntities, migrations: packagingMigrations, errors: [packagingErrors.table] },
  { module: RemindersModule, entities: remindersEntities, migrations: remindersMigrations, errors: [] },
  { module: ReportingModule, entities: reportingEntities, migrations: reportingMigrations, errors: [] },
  { module: LiveModule, entities: [], migrations: [], errors: [liveErrors.table] },
  { module: OverviewModule, entities: [], migrations: [], errors: [] },
  { module: GradebookModule, entities: gradebookEntities, migrations: gradebookMigrations, errors: [gradebookErrors.table] },
  { module: CloningModule, entities: [], migrations: [], errors: [] },
  { module: TransfersModule, entities: transfersEntities, migrations: transfersMigrations, errors: [transferErrors.table] },
  { module: StatisticsModule, entities: statisticsEntities, migrations: statisticsMigrations, errors: [statisticsErrors.table] },
  { module: AssessmentsModule, entities: assessmentsEntities, migrations: assessmentsMigrations, errors: [assessmentsErrors.table] },
  { module: PrivacyModule, entities: [], migrations: [], errors: [privacyErrors.table] },
];
