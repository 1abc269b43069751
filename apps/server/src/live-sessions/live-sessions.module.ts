import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { AttendanceResolver, EnrolmentSessionsResolver } from './attendance.resolver.js';
import { AttendanceService } from './attendance.service.js';
import { CohortSessionsResolver, LiveChangeResolver, LiveSessionsResolver } from './live-sessions.resolver.js';
import { LiveSessionsService } from './live-sessions.service.js';

@Module({
  imports: [IdentityModule, CatalogModule, LearningModule, CohortsModule],
  providers: [LiveSessionsService, AttendanceService, LiveSessionsResolver, LiveChangeResolver, CohortSessionsResolver, AttendanceResolver, EnrolmentSessionsResolver],
  exports: [LiveSessionsService, AttendanceService],
})
export class LiveSessionsModule {}
