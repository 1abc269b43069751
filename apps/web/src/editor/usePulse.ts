import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { ItemPulseDocument } from '../generated/graphql.js';

const everyMs = 15_000;

/** Asks now and then, while the page is in sight, whether somebody else has saved the item. */
export function usePulse(item: string, revision: number, onNewer: (by: string) => void): void {
  const client = useClient();
  const latest = useRef({ revision, onNewer });
  latest.current = { revision, onNewer };
  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      const { data } = await client.query(ItemPulseDocument, { id: item }, { requestPolicy: 'network-only' }).toPromise();
      if (data?.item !== null && data?.item !== undefined && data.item.revision > latest.current.revision) latest.current.onNewer(data.item.updatedBy?.name ?? 'Somebody');
    };
    const timer = setInterval(() => void ask(), everyMs);
    return () => clearInterval(timer);
  }, [client, item]);
}
