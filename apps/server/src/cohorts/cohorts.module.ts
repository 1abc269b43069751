import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';
import { EnrolmentCohortResolver } from './enrolment-cohort.resolver.js';

@Module({ imports: [CatalogModule, IdentityModule, LearningModule], providers: [CohortsService, CohortsResolver, EnrolmentCohortResolver], exports: [CohortsService] })
export class CohortsModule {}
