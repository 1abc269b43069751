import type { CohortPlacesQuery } from '../../generated/graphql.js';

/** A cohort's places as its screen asks for them. */
export type Places = NonNullable<CohortPlacesQuery['cohort']>;
