import type { IdentityProvidersQuery } from '../generated/graphql.js';

export type Provider = IdentityProvidersQuery['identityProviders'][number];
