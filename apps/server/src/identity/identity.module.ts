import { Module } from '@nestjs/common';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';
import { IdentityResolver } from './identity.resolver.js';
import { IdentityService } from './identity.service.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { SessionsService } from './sessions.service.js';

@Module({ providers: [IdentityService, SessionsService, MembersService, ApiKeysService, IdentityResolver, MembersResolver, ApiKeysResolver], exports: [IdentityService, SessionsService, MembersService] })
export class IdentityModule {}
