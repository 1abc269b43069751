import { Module } from '@nestjs/common';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { CompletionService } from './completion.service.js';
import { EnrolmentCompletionResolver } from './enrolment-completion.resolver.js';

@Module({ imports: [LearningModule, LiveSessionsModule], providers: [CompletionService, EnrolmentCompletionResolver], exports: [CompletionService] })
export class CompletionModule {}
