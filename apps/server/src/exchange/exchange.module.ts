import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ExchangeController } from './exchange.controller.js';
import { ExportsResolver } from './exports.resolver.js';
import { ExportsService } from './exports.service.js';
import { ImportsResolver } from './imports.resolver.js';
import { ImportsService } from './imports.service.js';
import { PaperController } from './paper/paper.controller.js';
import { PaperService } from './paper/paper.service.js';
import { RunningService } from './running.service.js';
import { SyncResolver } from './sync.resolver.js';
import { SyncService } from './sync.service.js';
import { ExchangeWorkshop } from './workshop.js';

@Module({
  imports: [IdentityModule, CatalogModule, AuthoringModule],
  controllers: [ExchangeController, PaperController],
  providers: [ExchangeWorkshop, ImportsService, RunningService, ExportsService, SyncService, PaperService, ImportsResolver, ExportsResolver, SyncResolver],
})
export class ExchangeModule {}
