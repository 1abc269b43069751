import { registerEnumType } from '@nestjs/graphql';
import type { ItemState } from './authoring.entity.js';

export type { ItemState };

/** States of an item by their names in GraphQL. */
export const ItemStateEnum = { DRAFT: 'draft', IN_REVIEW: 'in-review', APPROVED: 'approved', RETIRED: 'retired' } as const satisfies Record<string, ItemState>;
registerEnumType(ItemStateEnum, {
  name: 'ItemState', description: 'Where an item stands between writing and use.',
  valuesMap: {
    DRAFT: { description: 'It is being written.' },
    IN_REVIEW: { description: 'Somebody else is to approve it.' },
    APPROVED: { description: 'Assessments may use it.' },
    RETIRED: { description: 'No new assessment uses it; attempts that had it keep it.' },
  },
});
