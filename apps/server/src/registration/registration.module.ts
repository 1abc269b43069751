import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { InvitingService } from './inviting.service.js';
import { CohortRegistrationResolver, RegistrationResolver } from './registration.resolver.js';
import { RegistrationService } from './registration.service.js';
import { WaysService } from './ways.service.js';

@Module({ imports: [IdentityModule, MailModule, SignInModule, LearningModule, CohortsModule], providers: [WaysService, InvitingService, RegistrationService, RegistrationResolver, CohortRegistrationResolver] })
export class RegistrationModule {}
