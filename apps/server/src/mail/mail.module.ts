import { Module } from '@nestjs/common';
import { MailService } from './mail.service.js';

/** Mails: what is queued, sent, and was sent. Other modules queue theirs through MailService; their kinds are in `kinds/`. */
@Module({ providers: [MailService], exports: [MailService] })
export class MailModule {}
