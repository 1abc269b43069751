import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { CheckingService } from './checking.service.js';
import { ShorteningService } from './shortening.service.js';
import { TrailService } from './trail.service.js';

/** Recording changes: for every module, identity included, so it rests on none of them. Who may read the trail is `audit-desk`'s. */
@Global()
@Module({ providers: [AuditService, TrailService, CheckingService, ShorteningService], exports: [AuditService, TrailService, CheckingService, ShorteningService] })
export class AuditModule {}
