import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AttemptsResolver } from './attempts.resolver.js';
import { AttemptsService } from './attempts.service.js';
import { EnrolmentVersionResolver } from './enrolment-version.resolver.js';
import { EnrolmentsResolver, ViewerEnrolmentsResolver } from './enrolments.resolver.js';
import { EnrolmentsService } from './enrolments.service.js';
import { Ledger } from './ledger/ledger.js';
import { MovingResolver } from './moving.resolver.js';
import { MovingService } from './moving.service.js';
import { RecordingResolver } from './recording.resolver.js';
import { RecordingService } from './recording.service.js';

@Module({
  imports: [IdentityModule, CatalogModule],
  providers: [Ledger, EnrolmentsService, AttemptsService, RecordingService, EnrolmentsResolver, ViewerEnrolmentsResolver, EnrolmentVersionResolver, AttemptsResolver, RecordingResolver, MovingService, MovingResolver],
  exports: [EnrolmentsService, AttemptsService, RecordingService],
})
export class LearningModule {}
