import type { KeyboardEvent } from 'react';

/** Up, down, Home and End go from row to row of a table, by the first link of each. */
export function rowKeys(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const rows = [...event.currentTarget.rows];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key];
  const link = to === undefined || now < 0 ? undefined : rows[to]?.querySelector<HTMLElement>('a, button');
  if (link === null || link === undefined) return;
  event.preventDefault();
  link.focus();
}
