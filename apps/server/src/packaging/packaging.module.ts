import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { PackagesController } from './packages.controller.js';
import { PackagesService } from './packages.service.js';
import { PackagingResolver } from './packaging.resolver.js';
import { PlayerPagesController } from './player-pages.controller.js';

@Module({ imports: [IdentityModule, CatalogModule, LearningModule], controllers: [PackagesController, PlayerPagesController], providers: [PackagesService, PackagingResolver] })
export class PackagingModule {}
