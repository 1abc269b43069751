import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailModule } from '../mail/mail.module.js';
import { CohortRegistrationResolver, RegistrationResolver } from './registration.resolver.js';
import { RegistrationService } from './registration.service.js';
import { WaysService } from './ways.service.js';

@Module({ imports: [IdentityModule, MailModule, CohortsModule], providers: [WaysService, RegistrationService, RegistrationResolver, CohortRegistrationResolver] })
export class RegistrationModule {}
