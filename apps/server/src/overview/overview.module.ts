import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { OverviewResolver } from './overview.resolver.js';
import { OverviewService } from './overview.service.js';

@Module({ imports: [CatalogModule, LearningModule, LiveSessionsModule, ReportingModule], providers: [OverviewService, OverviewResolver] })
export class OverviewModule {}
