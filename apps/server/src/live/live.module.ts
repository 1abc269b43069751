import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { CohortChanges } from './cohort-changes.js';
import { LiveController } from './live.controller.js';
import { LiveService } from './live.service.js';
import { Streams } from './streams.js';

@Module({ imports: [IdentityModule, LearningModule, CohortsModule, ReportingModule], controllers: [LiveController], providers: [CohortChanges, LiveService, Streams], exports: [CohortChanges] })
export class LiveModule {}
