import { useEffect, useRef, type RefObject } from 'react';

/** For a row of links that scrolls on a narrow window: brings the one of this page into sight. */
export function useCurrentInSight(): RefObject<HTMLUListElement | null> {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current === null || current === null || current === undefined) return;
    const [outer, inner] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (inner.right > outer.right || inner.left < outer.left) row.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, []);
  return row;
}
