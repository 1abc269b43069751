import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { itemAddress } from './addresses.js';

/** Leads to the page of an item. */
export function ItemLink({ id, children }: { id: string; children: ReactNode }) {
  const { history } = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    history.push(itemAddress(id));
  };
  return <a href={itemAddress(id)} className="plain" onClick={follow}>{children}</a>;
}
