import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { AnswersResolver, MarksResolver } from './answers.resolver.js';
import { GradingSettingsService } from './grading-settings.service.js';
import { IntakeService } from './intake.service.js';
import { MarkingService } from './marking.service.js';
import { QueuesResolver } from './queues.resolver.js';
import { QueuesService } from './queues.service.js';
import { RegradeRun } from './regrade/regrade-run.service.js';
import { RegradeChangeResolver, RegradeResolver } from './regrade/regrade.resolver.js';
import { RegradeService } from './regrade/regrade.service.js';
import { CohortStakesResolver, StakesResolver } from './regrade/stakes.resolver.js';
import { StakesService } from './regrade/stakes.service.js';
import { SnippetsResolver } from './snippets.resolver.js';
import { SnippetsService } from './snippets.service.js';
import { TasksService } from './tasks.service.js';
import { VoidingService } from './voiding.service.js';

@Module({
  imports: [IdentityModule, CatalogModule, LearningModule],
  providers: [
    GradingSettingsService, IntakeService, QueuesService, TasksService, MarkingService, SnippetsService, VoidingService, RegradeService, RegradeRun, StakesService,
    QueuesResolver, AnswersResolver, MarksResolver, SnippetsResolver, RegradeResolver, RegradeChangeResolver, CohortStakesResolver, StakesResolver,
  ],
  exports: [StakesService],
})
export class GradingModule {}
