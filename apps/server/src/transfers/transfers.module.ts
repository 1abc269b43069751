import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { GradebookModule } from '../gradebook/gradebook.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { EnrolmentTransfersResolver, TransfersResolver } from './transfers.resolver.js';
import { TransfersService } from './transfers.service.js';

@Module({
  imports: [AuditModule, IdentityModule, CatalogModule, DeliveryModule, LearningModule, CohortsModule, LiveSessionsModule, CredentialsModule, GradebookModule],
  providers: [TransfersService, TransfersResolver, EnrolmentTransfersResolver],
})
export class TransfersModule {}
