import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MailModule } from '../mail/mail.module.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { LinksService } from './links/links.service.js';
import { Challenges } from './passkeys/challenges.js';
import { PasskeysResolver } from './passkeys/passkeys.resolver.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { ProviderLinksService } from './providers/provider-links.service.js';
import { ProvidersController } from './providers/providers.controller.js';
import { ProvidersResolver } from './providers/providers.resolver.js';
import { ProvidersService } from './providers/providers.service.js';
import { RelyingParty } from './providers/relying-party.js';
import { VisitsService } from './providers/visits.service.js';
import { SignInResolver } from './sign-in.resolver.js';

/** Ways in that are more than a password: invitations and links by mail. Accounts and sessions are identity's. */
@Module({
  imports: [IdentityModule, MailModule],
  controllers: [ProvidersController],
  providers: [InvitationsService, LinksService, SignInResolver, RelyingParty, ProvidersService, ProviderLinksService, VisitsService, ProvidersResolver, Challenges, PasskeysService, PasskeysResolver],
  exports: [InvitationsService],
})
export class SignInModule {}
