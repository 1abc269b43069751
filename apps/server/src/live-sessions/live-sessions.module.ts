import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { DaysOffModule } from '../days-off/days-off.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceImportService } from './attendance-import.service.js';
import { AttendanceResolver, EnrolmentSessionsResolver } from './attendance.resolver.js';
import { AttendanceService } from './attendance.service.js';
import { CohortSessionsResolver, LiveChangeResolver, LiveSessionsResolver } from './live-sessions.resolver.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarResolver } from './calendar.resolver.js';
import { CalendarService } from './calendar.service.js';
import { LiveSessionsService } from './live-sessions.service.js';

@Module({
  imports: [IdentityModule, DaysOffModule, CatalogModule, LearningModule, CohortsModule],
  controllers: [CalendarController, AttendanceController],
  providers: [LiveSessionsService, AttendanceService, AttendanceImportService, CalendarService, CalendarResolver, LiveSessionsResolver, LiveChangeResolver, CohortSessionsResolver, AttendanceResolver, EnrolmentSessionsResolver],
  exports: [LiveSessionsService, AttendanceService],
})
export class LiveSessionsModule {}
