import type { EditedItemQuery } from '../generated/graphql.js';

/** An item as its editor is given it. */
export type EditedItem = NonNullable<EditedItemQuery['item']>;
