import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MailService } from './mail.service.js';
import { Outbox } from './sending/outbox.js';
import { MailSender } from './sending/sender.js';
import { MailSettingsService } from './settings.service.js';
import { UnsubscribesService } from './unsubscribes.service.js';

/** Mails: what is queued, sent, and was sent. Other modules queue theirs through MailService; their kinds are in `kinds/`. */
@Module({ imports: [IdentityModule], providers: [MailService, Outbox, MailSender, MailSettingsService, UnsubscribesService], exports: [MailService] })
export class MailModule {}
