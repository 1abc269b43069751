import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { MailModule } from '../mail/mail.module.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { DownloadService } from './download.service.js';
import { ErasingService } from './erasing/erasing.service.js';
import { FreeTexts } from './erasing/free-texts.service.js';
import { HoldingsService } from './holdings.service.js';
import { PrivacyController } from './privacy.controller.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { RemovalService } from './retention/removal.service.js';
import { RetentionService } from './retention/retention.service.js';

/** What is kept of a person: told, taken away, erased; and what goes once its time is over. */
@Module({ imports: [CatalogModule, CredentialsModule, IdentityModule, LearningModule, MailModule, ScheduleModule], controllers: [PrivacyController], providers: [HoldingsService, DownloadService, ErasingService, FreeTexts, RemovalService, RetentionService, PrivacyResolver] })
export class PrivacyModule {}
