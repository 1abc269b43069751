import { catalogEntities } from './catalog/catalog.entity.js';
import { catalogMigrations } from './catalog/catalog.migration.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { catalogErrors } from './catalog/errors.js';
import type { Feature } from './feature.js';
import { identityErrors } from './identity/errors.js';
import { identityEntities } from './identity/identity.entity.js';
import { identityMigrations } from './identity/identity.migration.js';
import { IdentityModule } from './identity/identity.module.js';
import { learningErrors } from './learning/errors.js';
import { learningEntities } from './learning/learning.entity.js';
import { learningMigrations } from './learning/learning.migration.js';
import { LearningModule } from './learning/learning.module.js';

/** The server's modules. To add one is to add its folder and a line here. */
export const features: Feature[] = [
  { module: IdentityModule, entities: identityEntities, migrations: identityMigrations, errors: [identityErrors.table] },
  { module: CatalogModule, entities: catalogEntities, migrations: catalogMigrations, errors: [catalogErrors.table] },
  { module: LearningModule, entities: learningEntities, migrations: learningMigrations, errors: [learningErrors.table] },
];
