import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { CohortAccommodationsResolver, DeliveryChangeResolver, DeliveryDeskResolver, EnrolmentAccommodationsResolver } from './delivery-desk.resolver.js';
import { DeliveryDeskService } from './delivery-desk.service.js';

/** Where staff set delivery rules and accommodations: owns no table, and joins delivery with courses, cohorts and learners. */
@Module({
  imports: [IdentityModule, CatalogModule, CohortsModule, DeliveryModule, LearningModule],
  providers: [DeliveryDeskService, DeliveryDeskResolver, DeliveryChangeResolver, EnrolmentAccommodationsResolver, CohortAccommodationsResolver],
})
export class DeliveryDeskModule {}
