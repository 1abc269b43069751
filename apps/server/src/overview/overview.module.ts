import { Module } from '@nestjs/common';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { OverviewResolver } from './overview.resolver.js';
import { OverviewService } from './overview.service.js';

@Module({ imports: [LearningModule, LiveSessionsModule, ReportingModule], providers: [OverviewService, OverviewResolver] })
export class OverviewModule {}
