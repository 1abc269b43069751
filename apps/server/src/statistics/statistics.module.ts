import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { AnalysesStore } from './analyses.store.js';
import { AnalysedItemResolver, DismissalResolver, FlaggedItemsResolver } from './flags.resolver.js';
import { FlagsService } from './flags.service.js';
import { ItemFiguresService } from './item-figures.service.js';
import { ScopeService } from './scope.service.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { StatisticsService } from './statistics.service.js';
import { StatisticsWatch } from './watch.js';
import { StatisticsWorkshop } from './workshop.js';

@Module({
  imports: [IdentityModule, CatalogModule, LearningModule, CohortsModule],
  providers: [AnalysesStore, FlagsService, ItemFiguresService, ScopeService, StatisticsService, StatisticsWorkshop, StatisticsWatch, StatisticsResolver, FlaggedItemsResolver, AnalysedItemResolver, DismissalResolver],
  exports: [ItemFiguresService],
})
export class StatisticsModule {}
