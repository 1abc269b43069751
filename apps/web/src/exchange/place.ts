import type { ImportPlaceQuery } from '../generated/graphql.js';

/** The bank that questions come into. */
export type Bank = NonNullable<ImportPlaceQuery['itemBank']>;
