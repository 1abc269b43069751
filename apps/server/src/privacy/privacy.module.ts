import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { DownloadService } from './download.service.js';
import { ErasingService } from './erasing.service.js';
import { HoldingsService } from './holdings.service.js';
import { PrivacyController } from './privacy.controller.js';
import { PrivacyResolver } from './privacy.resolver.js';

/** What is kept of a person: told, taken away, erased. */
@Module({ imports: [IdentityModule], controllers: [PrivacyController], providers: [HoldingsService, DownloadService, ErasingService, PrivacyResolver] })
export class PrivacyModule {}
