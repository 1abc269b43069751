import type { ItemState } from '../../generated/graphql.js';

export const stateNames: Record<ItemState, string> = { DRAFT: 'Draft', IN_REVIEW: 'In review', APPROVED: 'Approved', RETIRED: 'Retired' };
