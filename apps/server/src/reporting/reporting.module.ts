import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { CohortReportResolver } from './cohort-report.resolver.js';
import { CohortReportService } from './cohort-report.service.js';
import { CourseFiguresService } from './course-figures.service.js';
import { CourseReportResolver, LessonReportResolver, UnitReportResolver } from './course-report.resolver.js';
import { ExportController } from './export.controller.js';
import { ItemReportService } from './item-report.service.js';
import { LearnerRowResolver } from './learner-row.resolver.js';
import { TimelineResolver } from './timeline.resolver.js';
import { Workbooks } from './workbooks.js';

@Module({
  imports: [IdentityModule, CatalogModule, LearningModule, CohortsModule],
  controllers: [ExportController],
  providers: [Workbooks, CohortReportService, CourseFiguresService, ItemReportService, CohortReportResolver, LearnerRowResolver, TimelineResolver, CourseReportResolver, UnitReportResolver, LessonReportResolver],
  exports: [CohortReportService, ItemReportService, Workbooks],
})
export class ReportingModule {}
