import type { TestItemsQuery } from '../generated/graphql.js';

export type TestItem = NonNullable<TestItemsQuery['assessmentStatistics']>['items']['nodes'][number];
export const sortings = ['facility', 'discrimination', 'omitted', 'time'] as const;
export interface Shown { flagged?: true | undefined; sort?: (typeof sortings)[number] | undefined; descending?: true | undefined }

export const valueOf = (item: Pick<TestItem, 'measures'>, code: string): number | null => item.measures.find((one) => one.code === code)?.value ?? null;
export const needsALook = ({ severity }: Pick<TestItem, 'severity'>): boolean => severity === 'warning' || severity === 'serious';

/** The items that the filter leaves, in the order asked for; without one, what needs a look first. What has no number comes last. */
export function itemsShown(items: readonly TestItem[], { flagged, sort, descending }: Shown): TestItem[] {
  const chosen = items.filter((item) => flagged !== true || needsALook(item));
  if (sort === undefined) return chosen;
  const way = descending === true ? -1 : 1;
  return chosen.sort((a, b) => {
    const [x, y] = [valueOf(a, sort), valueOf(b, sort)];
    return x === null || y === null ? Number(x === null) - Number(y === null) : way * (x - y);
  });
}
