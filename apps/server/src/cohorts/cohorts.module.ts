import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { CloningService } from './cloning.service.js';
import { CohortPeopleResolver } from './cohort-people.resolver.js';
import { CohortPeopleService } from './cohort-people.service.js';
import { CohortStore } from './cohort-store.js';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';
import { DeadlinesResolver, EnrolmentDeadlinesResolver, ExtensionResolver } from './deadlines.resolver.js';
import { DeadlinesService } from './deadlines.service.js';
import { EnrolmentCohortResolver } from './enrolment-cohort.resolver.js';
import { CohortGroupsResolver, EnrolmentGroupResolver, GroupsResolver } from './groups.resolver.js';
import { GroupsService } from './groups.service.js';
import { PlacesResolver, ViewerPlacesResolver, WaitingPlaceResolver } from './places.resolver.js';
import { PlacesService } from './places.service.js';
import { CohortRolls } from './rolls.service.js';
import { ReleaseResolver } from './release.resolver.js';
import { ReleaseService } from './release.service.js';
import { CohortChangeResolver, SettingsResolver } from './settings.resolver.js';
import { SettingsService } from './settings.service.js';
import { TransferPlaces } from './transfer-places.service.js';
import { WaitingListService } from './waiting-list.service.js';

@Module({
  imports: [AuditModule, CatalogModule, IdentityModule, LearningModule],
  providers: [
    CohortStore, CohortsService, SettingsService, ReleaseService, ReleaseResolver, CohortsResolver, SettingsResolver, CohortChangeResolver, EnrolmentCohortResolver,
    CohortRolls, CloningService, CohortPeopleService, CohortPeopleResolver,
    DeadlinesService, DeadlinesResolver, EnrolmentDeadlinesResolver, ExtensionResolver,
    GroupsService, GroupsResolver, CohortGroupsResolver, EnrolmentGroupResolver,
    WaitingListService, TransferPlaces, PlacesService, PlacesResolver, WaitingPlaceResolver, ViewerPlacesResolver,
  ],
  exports: [CloningService, CohortRolls, CohortsService, DeadlinesService, GroupsService, PlacesService, TransferPlaces],
})
export class CohortsModule {}
