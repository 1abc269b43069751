import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AttemptsResolver } from './attempts.resolver.js';
import { AttemptsService } from './attempts.service.js';
import { ChangingService } from './changing.service.js';
import { EnrolmentVersionResolver } from './enrolment-version.resolver.js';
import { EnrollingService } from './enrolling.service.js';
import { EnrolmentsResolver, ViewerEnrolmentsResolver } from './enrolments.resolver.js';
import { BulkEnrolments } from './bulk-enrolments.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { Ledger } from './ledger/ledger.js';
import { MaskingService } from './masking.service.js';
import { MovingResolver } from './moving.resolver.js';
import { MovingService } from './moving.service.js';
import { CountedAttemptsService } from './counted-attempts.service.js';
import { Commits } from './commits.js';
import { CorrectionsService } from './corrections.service.js';
import { PendingAnswersService } from './pending-answers.service.js';
import { RecordingResolver } from './recording.resolver.js';
import { ReadingService } from './release/reading.service.js';
import { ReleasesService } from './release/releases.service.js';
import { ScoringService } from './scoring.service.js';
import { RecordingService } from './recording.service.js';
import { SubmissionsService } from './submissions.service.js';
import { TransferringService } from './transferring.service.js';
import { WrongAnswersService } from './wrong-answers.service.js';
import { UploadStore } from './uploads/upload-store.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsService } from './uploads/uploads.service.js';
import { UploadsSweep } from './uploads/uploads-sweep.js';

@Module({
  imports: [IdentityModule, CatalogModule, DeliveryModule],
  controllers: [UploadsController],
  providers: [Commits, CountedAttemptsService, WrongAnswersService, UploadStore, UploadsService, UploadsSweep, Ledger, MaskingService, SubmissionsService, CorrectionsService, PendingAnswersService, ScoringService, ChangingService, ReleasesService, EnrollingService, EnrolmentsService, BulkEnrolments, AttemptsService, ReadingService, RecordingService, EnrolmentsResolver, ViewerEnrolmentsResolver, EnrolmentVersionResolver, AttemptsResolver, RecordingResolver, MovingService, MovingResolver, TransferringService],
  exports: [UploadsSweep, Commits, BulkEnrolments, CountedAttemptsService, WrongAnswersService, MaskingService, SubmissionsService, CorrectionsService, PendingAnswersService, ScoringService, ChangingService, ReleasesService, EnrollingService, EnrolmentsService, AttemptsService, RecordingService, TransferringService],
})
export class LearningModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** A file is read as a stream, so that it never stands in memory; whoever takes it bounds it. */
  onModuleInit(): void {
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  }
}
