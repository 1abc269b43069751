import { Module } from '@nestjs/common';
import { IdentityResolver } from './identity.resolver.js';
import { IdentityService } from './identity.service.js';
import { SessionsService } from './sessions.service.js';

@Module({ providers: [IdentityService, SessionsService, IdentityResolver], exports: [IdentityService, SessionsService] })
export class IdentityModule {}
