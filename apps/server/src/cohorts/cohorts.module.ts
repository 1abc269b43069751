import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { CohortStore } from './cohort-store.js';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';
import { EnrolmentCohortResolver } from './enrolment-cohort.resolver.js';
import { CohortChangeResolver, SettingsResolver } from './settings.resolver.js';
import { SettingsService } from './settings.service.js';

@Module({ imports: [CatalogModule, IdentityModule, LearningModule], providers: [CohortStore, CohortsService, SettingsService, CohortsResolver, SettingsResolver, CohortChangeResolver, EnrolmentCohortResolver], exports: [CohortsService] })
export class CohortsModule {}
