import type { ItemState } from '../generated/graphql.js';

/** States of an item as people say them, with the sign that stands beside. */
export const stateWords: Record<ItemState, { word: string; sign: string; tone: '' | 'good' | 'warn' }> = {
  DRAFT: { word: 'Draft', sign: '○', tone: '' },
  IN_REVIEW: { word: 'In review', sign: '◐', tone: 'warn' },
  APPROVED: { word: 'Approved', sign: '●', tone: 'good' },
  RETIRED: { word: 'Retired', sign: '×', tone: '' },
};
