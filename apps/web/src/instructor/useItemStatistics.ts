import { useCallback, useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { VersionItemsDocument, type VersionItemsQuery, type VersionItemsQueryVariables } from '../generated/graphql.js';
import type { Statistics } from './flags.js';

export interface ItemPages {
  items: Statistics[];
  /** every page has come */
  complete: boolean;
  error: CombinedError | null;
  retry: () => void;
}
type Page = NonNullable<VersionItemsQuery['courseVersion']>['itemStatistics'];
const nothing = { items: [], complete: false, error: null };
/** What was fetched stays for the way back and to the next item; a fresh fetch replaces it. */
const kept = new Map<string, Statistics[]>();

/** All items of a version with their statistics, fetched page by page and shown as they come. */
export function useItemStatistics(version: string): ItemPages {
  const client = useClient();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<ItemPages, 'retry'>>(() => {
    const before = kept.get(version);
    return before === undefined ? nothing : { items: before, complete: true, error: null };
  });
  useEffect(() => {
    let stopped = false;
    void (async () => {
      const before = kept.get(version);
      setState(before === undefined ? nothing : { items: before, complete: true, error: null });
      const items: Statistics[] = [];
      let after: string | null = null;
      do {
        const variables: VersionItemsQueryVariables = { id: version, after, unit: null };
        const { data, error } = await client.query(VersionItemsDocument, variables, { requestPolicy: 'network-only' }).toPromise();
        if (stopped) return;
        if (error !== undefined) return setState((now) => ({ ...now, error }));
        const page: Page | undefined = data?.courseVersion?.itemStatistics;
        items.push(...(page?.edges.map((edge) => edge.node) ?? []));
        after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
        if (after === null) kept.set(version, items);
        if (before === undefined || after === null) setState({ items: [...items], complete: after === null, error: null });
      } while (after !== null);
    })();
    return () => { stopped = true; };
  }, [client, version, turn]);
  const retry = useCallback(() => setTurn((now) => now + 1), []);
  return { ...state, retry };
}
