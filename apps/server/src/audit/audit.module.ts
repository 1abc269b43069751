import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';

/** Recording changes: for every module, identity included, so it rests on none of them. Reading the trail is `audit-desk`'s. */
@Global()
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
