import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { FormsBuilder } from './forms/builder.service.js';
import { CandidatesService } from './forms/candidates.service.js';
import { FormsResolver } from './forms/forms.resolver.js';
import { FormsService } from './forms/forms.service.js';
import { FormsWorkshop } from './forms/workshop.js';
import { PlanPublicationResolver, PlansResolver } from './plans/plans.resolver.js';
import { PlansService } from './plans/plans.service.js';
import { PublicationResolver } from './publishing/publication.resolver.js';
import { PublicationService } from './publishing/publication.service.js';
import { PanelsResolver } from './standard-setting/panels.resolver.js';
import { PanelsService } from './standard-setting/panels.service.js';
import { RatingsResolver } from './standard-setting/ratings.resolver.js';
import { RatingsService } from './standard-setting/ratings.service.js';

@Module({
  imports: [IdentityModule, CatalogModule, AuthoringModule, StatisticsModule],
  providers: [PlansService, PlansResolver, PlanPublicationResolver, CandidatesService, FormsService, FormsWorkshop, FormsBuilder, FormsResolver, PublicationService, PublicationResolver, PanelsService, PanelsResolver, RatingsService, RatingsResolver],
})
export class AssessmentsModule {}
