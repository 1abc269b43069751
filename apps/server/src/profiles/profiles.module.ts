import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountLicenceResolver, LicenceResolver } from './profiles.resolver.js';
import { ProfilesService } from './profiles.service.js';

@Module({ imports: [AuditModule, IdentityModule], providers: [ProfilesService, AccountLicenceResolver, LicenceResolver], exports: [ProfilesService] })
export class ProfilesModule {}
