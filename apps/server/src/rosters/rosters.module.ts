import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ProfilesModule } from '../profiles/profiles.module.js';
import { EnrollingResolver } from './enrolling/enrolling.resolver.js';
import { EnrollingService } from './enrolling/enrolling.service.js';
import { RosterImportsResolver } from './importing/imports.resolver.js';
import { RosterImports } from './importing/imports.service.js';
import { RosterRunning } from './importing/running.service.js';
import { RowContents } from './importing/row-contents.js';
import { PlacingService } from './placing/placing.service.js';
import { RostersController } from './rosters.controller.js';
import { RostersWorkshop } from './rosters-workshop.js';

@Module({
  imports: [AuditModule, IdentityModule, ProfilesModule, CohortsModule],
  controllers: [RostersController],
  providers: [RostersWorkshop, PlacingService, RosterImports, RosterRunning, RowContents, EnrollingService, RosterImportsResolver, EnrollingResolver],
})
export class RostersModule {}
