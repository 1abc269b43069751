import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { IdentityModule } from '../identity/identity.module.js';
import { BouncesController } from './bounces/bounces.controller.js';
import { BouncesService } from './bounces/bounces.service.js';
import { AccountUnsubscribedResolver, MailsResolver } from './desk/mails.resolver.js';
import { MailsService } from './desk/mails.service.js';
import { Forgetting } from './forgetting.js';
import { LanguagesService } from './languages.service.js';
import { MailService } from './mail.service.js';
import { Outbox } from './sending/outbox.js';
import { Relevance } from './sending/relevance.js';
import { MailSender } from './sending/sender.js';
import { MailSettingsService } from './settings.service.js';
import { TemplatesResolver } from './templates/templates.resolver.js';
import { TemplatesService } from './templates/templates.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { UnsubscribesService } from './unsubscribes.service.js';
import { UnsubscribedPeopleResolver } from './wishes/unsubscribed.resolver.js';
import { WishesResolver } from './wishes/wishes.resolver.js';

/** Mails: what is queued, sent, and was sent. Other modules queue theirs through MailService; their kinds are in `kinds/`. */
@Module({
  imports: [IdentityModule],
  controllers: [UnsubscribeController, BouncesController],
  providers: [MailService, BouncesService, LanguagesService, Relevance, Outbox, MailSender, MailSettingsService, UnsubscribesService, MailsService, TemplatesService, Forgetting, MailsResolver, AccountUnsubscribedResolver, TemplatesResolver, WishesResolver, UnsubscribedPeopleResolver],
  exports: [MailService, MailsService, Forgetting],
})
export class MailModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    if (!fastify.hasContentTypeParser('message/rfc822')) fastify.addContentTypeParser('message/rfc822', (_request, payload, done) => done(null, payload));
    // Mailboxes may unsubscribe with either type of form (RFC 8058 3.2); what is in it says nothing more.
    if (!fastify.hasContentTypeParser('multipart/form-data')) {
      fastify.addContentTypeParser('multipart/form-data', (_request, payload, done) => {
        payload.resume();
        done(null, {});
      });
    }
  }
}
