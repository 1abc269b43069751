import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { DaysOffResolver } from './days-off.resolver.js';
import { DaysOffService } from './days-off.service.js';

@Module({ imports: [AuditModule, IdentityModule], providers: [DaysOffService, DaysOffResolver], exports: [DaysOffService] })
export class DaysOffModule {}
