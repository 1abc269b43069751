import { useMemo } from 'react';
import { useQuery } from 'urql';
import { ItemCommentsDocument } from '../generated/graphql.js';
import type { Comment } from './review/Comments.js';

export interface ItemComments { all: readonly Comment[]; /** open ones by the place that they are about */ open: ReadonlyMap<string, number>; again: () => void }

export function useComments(item: string): ItemComments {
  const [{ data }, fetchAgain] = useQuery({ query: ItemCommentsDocument, variables: { id: item, after: null } });
  const all = data?.item?.comments.nodes;
  const open = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { place, replyTo, resolvedAt } of all ?? []) if (replyTo === null && resolvedAt === null) counts.set(place, (counts.get(place) ?? 0) + 1);
    return counts;
  }, [all]);
  return { all: all ?? [], open, again: () => fetchAgain({ requestPolicy: 'network-only' }) };
}
