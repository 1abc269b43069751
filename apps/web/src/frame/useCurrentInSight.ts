import { useEffect, useRef, type RefObject } from 'react';

/** For a row of links that scrolls on a narrow window: brings the one of this page into sight. */
export function useCurrentInSight(): RefObject<HTMLUListElement | null> {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const show = () => { if (row.current !== null) bringIn(row.current); };
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, []);
  return row;
}

function bringIn(row: HTMLElement): void {
  const current = row.querySelector('[aria-current="page"]');
  if (current === null) return;
  const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  if (inner.right > outer.right || inner.left < outer.left) row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}
