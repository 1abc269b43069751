import { Module } from '@nestjs/common';
import { AccommodationsService } from './accommodations.service.js';
import { DeliveryService } from './delivery.service.js';
import { RulesService } from './rules.service.js';

/** Rules and accommodations. What staff set of them is on the desk (`delivery-desk/`), which knows learners and cohorts; this knows neither. */
@Module({ providers: [DeliveryService, RulesService, AccommodationsService], exports: [DeliveryService, RulesService, AccommodationsService] })
export class DeliveryModule {}
