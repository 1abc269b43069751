import { Module } from '@nestjs/common';
import { AccountResolver } from './account/account.resolver.js';
import { AccountService } from './account/account.service.js';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';
import { CohortRolesService } from './cohort-roles/cohort-roles.service.js';
import { IdentityResolver } from './identity.resolver.js';
import { IdentityService } from './identity.service.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { BrandingResolver } from './organisations/branding.resolver.js';
import { LogoController } from './organisations/logo.controller.js';
import { OrganisationsResolver } from './organisations/organisations.resolver.js';
import { OrganisationsService } from './organisations/organisations.service.js';
import { PermissionsResolver } from './permissions.resolver.js';
import { NewcomersService } from './newcomers.service.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [LogoController],
  providers: [
    IdentityService, SessionsService, MembersService, NewcomersService, ApiKeysService, IdentityResolver, MembersResolver, ApiKeysResolver,
    OrganisationsService, OrganisationsResolver, BrandingResolver, SecondFactorService, AccountService, AccountResolver, CohortRolesService, PermissionsResolver,
  ],
  exports: [CohortRolesService, NewcomersService, IdentityService, SessionsService, MembersService, OrganisationsService, SecondFactorService, AccountService],
})
export class IdentityModule {}
