import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { EvaluationController } from './evaluation.controller.js';
import { CohortEvaluationResolver, EnrolmentEvaluationResolver } from './evaluation.resolver.js';
import { EvaluationService } from './evaluation.service.js';

@Module({
  imports: [IdentityModule, LearningModule, CohortsModule, LiveSessionsModule],
  controllers: [EvaluationController],
  providers: [EvaluationService, CohortEvaluationResolver, EnrolmentEvaluationResolver],
  exports: [EvaluationService],
})
export class EvaluationModule {}
