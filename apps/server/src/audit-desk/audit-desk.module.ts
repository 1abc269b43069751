import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AuditDeskController } from './audit-desk.controller.js';
import { AuditDeskResolver } from './audit-desk.resolver.js';
import { AuditDeskService } from './audit-desk.service.js';

/** Where administrators read the trail, check it and take it away. */
@Module({ imports: [IdentityModule], controllers: [AuditDeskController], providers: [AuditDeskService, AuditDeskResolver] })
export class AuditDeskModule {}
