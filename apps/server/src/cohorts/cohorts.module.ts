import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { CohortStore } from './cohort-store.js';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';
import { EnrolmentCohortResolver } from './enrolment-cohort.resolver.js';
import { CohortRolls } from './rolls.service.js';
import { CohortChangeResolver, SettingsResolver } from './settings.resolver.js';
import { SettingsService } from './settings.service.js';

@Module({ imports: [CatalogModule, IdentityModule, LearningModule], providers: [CohortStore, CohortsService, CohortRolls, SettingsService, CohortsResolver, SettingsResolver, CohortChangeResolver, EnrolmentCohortResolver], exports: [CohortRolls, CohortsService] })
export class CohortsModule {}
