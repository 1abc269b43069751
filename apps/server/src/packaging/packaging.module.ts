import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { ChecksController } from './checks.controller.js';
import { ChecksResolver } from './checks.resolver.js';
import { ChecksService } from './checks.service.js';
import { PackageHistoryService } from './history.service.js';
import { MakingService } from './making.service.js';
import { PackageOptionsService } from './package-options.service.js';
import { PackageStore } from './package-store.js';
import { PackagesController } from './packages.controller.js';
import { PackageDownloadResolver, PackageHistoryResolver, PackagesResolver } from './packages.resolver.js';
import { PackagesService } from './packages.service.js';
import { PackageChoicesResolver, PackagingResolver } from './packaging.resolver.js';
import { PlayerPagesController } from './player-pages.controller.js';
import { PreviewService } from './preview.service.js';
import { Workshop } from './workshop.service.js';

@Module({
  imports: [IdentityModule, CatalogModule, LearningModule],
  controllers: [ChecksController, PackagesController, PlayerPagesController],
  providers: [
    PackagesService, PackageOptionsService, PreviewService, PackageStore, Workshop, MakingService, PackageHistoryService, ChecksService,
    PackagingResolver, PackageChoicesResolver, PackagesResolver, PackageHistoryResolver, PackageDownloadResolver, ChecksResolver,
  ],
})
export class PackagingModule {}
