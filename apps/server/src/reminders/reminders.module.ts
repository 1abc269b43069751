import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { MailModule } from '../mail/mail.module.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { GroupMailsResolver } from './group-mails.resolver.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';
import { RulesOfReminders } from './rules.service.js';

@Module({ imports: [IdentityModule, LearningModule, CohortsModule, LiveSessionsModule, MailModule, ScheduleModule], providers: [RulesOfReminders, RemindersService, RemindersResolver, GroupMailsResolver], exports: [RulesOfReminders] })
export class RemindersModule {}
