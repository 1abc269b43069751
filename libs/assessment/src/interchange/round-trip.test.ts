import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Item } from '../item.js';
import { kinds } from '../kinds/registry.js';
import { itemSchema } from '../schema/item.js';
import { canExpress, exportItems, formatNames, importItems, type ImportResult, type FormatName } from './index.js';
import { arbitraryItems } from './testing/arbitrary-items.js';

/** Each run of the tests draws other items; `npm run test:all` draws many. */
const numRuns = process.env['TEST_ALL'] === '1' ? 100 : 8;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function thereAndBack(items: readonly Item[], format: FormatName): Promise<ImportResult> {
  return importItems(exportItems(items, format).files.map(({ path, text }) => ({ path, bytes: bytes(text) })), format);
}

describe.each(formatNames)('%s', (format) => {
  test.each(kinds)('%s: what can be expressed whole comes back the same, and what is lost is said before', async (kind) => {
    await fc.assert(fc.asyncProperty(arbitraryItems[kind] as fc.Arbitrary<Item>, async (item) => {
      expect(itemSchema.safeParse(item).success).toBe(true);
      const { extent } = canExpress(item, format);
      const exported = exportItems([item], format);
      expect(exported.refused).toHaveLength(extent === 'none' ? 1 : 0);
      if (extent === 'none') return;
      const { items, failures } = await thereAndBack([item], format);
      expect(failures).toEqual([]);
      const back = items[0]?.item;
      if (extent === 'whole') expect(back).toEqual(item);
      expect(itemSchema.safeParse(back).success).toBe(true);
      // What came back once is what the format holds: it comes back the same for ever.
      if (back === undefined) throw new Error('nothing came back');
      const again = await thereAndBack([back], format);
      expect(again.items.map(({ item: one }) => ({ ...one, id: back.id }))).toEqual([back]);
    }), { numRuns });
  });
});
