import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MailModule } from '../mail/mail.module.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { LinksService } from './links/links.service.js';
import { SignInResolver } from './sign-in.resolver.js';

/** Ways in that are more than a password: invitations and links by mail. Accounts and sessions are identity's. */
@Module({ imports: [IdentityModule, MailModule], providers: [InvitationsService, LinksService, SignInResolver], exports: [InvitationsService] })
export class SignInModule {}
