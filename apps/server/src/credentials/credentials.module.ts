import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CompletionModule } from '../completion/completion.module.js';
import { GradingModule } from '../grading/grading.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { MailModule } from '../mail/mail.module.js';
import { ProfilesModule } from '../profiles/profiles.module.js';
import { KeysService } from './badge/keys.service.js';
import { CertificateCaseResolver, CertificatesResolver, EnrolmentCertificatesResolver, ViewerCertificatesResolver } from './certificates.resolver.js';
import { CertificatesService } from './certificates.service.js';
import { CertificateSettingsResolver, CohortCertificatesResolver } from './cohort-certificates.resolver.js';
import { DownloadsController } from './downloads/downloads.controller.js';
import { ReportsService } from './downloads/reports.service.js';
import { AttestationsService } from './education/attestations.service.js';
import { LicencesService } from './education/licences.service.js';
import { CohortCasesService } from './issuing/cohort-cases.service.js';
import { IssuingService } from './issuing/issuing.service.js';
import { SettingsService } from './issuing/settings.service.js';
import { StandingsService } from './issuing/standings.service.js';
import { IssuingSweep } from './issuing/sweep.js';
import { KeepingService } from './keeping/keeping.service.js';
import { PapersService } from './paper/papers.service.js';
import { TemplateResolver } from './template/template.resolver.js';
import { TemplateService } from './template/template.service.js';
import { VerifyController } from './verification/verify.controller.js';

@Module({
  imports: [CatalogModule, CohortsModule, CompletionModule, GradingModule, IdentityModule, LearningModule, LiveSessionsModule, MailModule, ProfilesModule],
  providers: [
    AttestationsService, CertificatesService, CohortCasesService, IssuingService, IssuingSweep, KeepingService, KeysService, LicencesService, PapersService, ReportsService, SettingsService, StandingsService, TemplateService,
    CertificateCaseResolver, CertificatesResolver, CertificateSettingsResolver, CohortCertificatesResolver, EnrolmentCertificatesResolver, TemplateResolver, ViewerCertificatesResolver,
  ],
  controllers: [DownloadsController, VerifyController],
  exports: [KeepingService, CertificatesService, SettingsService],
})
export class CredentialsModule {}
