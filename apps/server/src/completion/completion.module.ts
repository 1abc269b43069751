import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { CohortCompletionResolver } from './cohort-completion.resolver.js';
import { CompletionService } from './completion.service.js';
import { EnrolmentCompletionResolver } from './enrolment-completion.resolver.js';
import { CompletionRulesService } from './rules.service.js';

@Module({
  imports: [CatalogModule, CohortsModule, LearningModule, LiveSessionsModule, EvaluationModule],
  providers: [CompletionService, CompletionRulesService, EnrolmentCompletionResolver, CohortCompletionResolver],
  exports: [CompletionService, CompletionRulesService],
})
export class CompletionModule {}
