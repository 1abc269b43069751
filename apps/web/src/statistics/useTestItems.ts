import { useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { type StatisticsFilterInput, TestItemsDocument, type TestItemsQuery, type TestItemsQueryVariables } from '../generated/graphql.js';
import type { TestItem } from './itemsShown.js';

export interface TestItems { items: TestItem[]; complete: boolean; error: CombinedError | null }

/** All items of a test with their numbers, page by page as they come; fetched again when `computedAt` changes. What was there stays until then. */
export function useTestItems(course: string, assessment: string, filter: StatisticsFilterInput, computedAt: string | null): TestItems {
  const client = useClient();
  const [state, setState] = useState<TestItems>({ items: [], complete: false, error: null });
  const key = JSON.stringify(filter);
  useEffect(() => {
    let stopped = false;
    void (async () => {
      const items: TestItem[] = [];
      let after: string | null = null;
      do {
        const variables: TestItemsQueryVariables = { course, assessment, filter: JSON.parse(key) as StatisticsFilterInput, after };
        const { data, error } = await client.query(TestItemsDocument, variables, { requestPolicy: 'network-only' }).toPromise();
        if (stopped) return;
        if (error !== undefined) return setState((now) => ({ ...now, complete: true, error }));
        const page: NonNullable<TestItemsQuery['assessmentStatistics']>['items'] | undefined = data?.assessmentStatistics?.items;
        items.push(...(page?.nodes ?? []));
        after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
      } while (after !== null);
      setState({ items, complete: true, error: null });
    })();
    return () => { stopped = true; };
  }, [client, course, assessment, key, computedAt]);
  return state;
}
