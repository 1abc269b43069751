import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveModule } from '../live/live.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { GradebookDesk } from './desk.service.js';
import { GradebookExportController } from './export.controller.js';
import { CohortGradebookResolver, GradebookChangeResolver, GradebookResolver, GradebookRowResolver } from './gradebook.resolver.js';
import { GradebookService } from './gradebook.service.js';
import { MarksService } from './marks.service.js';
import { GradebookSettingsService } from './settings.service.js';

@Module({
  imports: [AuditModule, IdentityModule, CatalogModule, LearningModule, CohortsModule, LiveSessionsModule, LiveModule, ReportingModule],
  controllers: [GradebookExportController],
  providers: [GradebookService, GradebookDesk, MarksService, GradebookSettingsService, CohortGradebookResolver, GradebookResolver, GradebookRowResolver, GradebookChangeResolver],
  exports: [GradebookService, GradebookSettingsService, MarksService],
})
export class GradebookModule {}
