import type { KeyboardEvent } from 'react';

/** Arrows go from mark to mark, Home and End to the first and last of a line. */
export function cellKeys(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const rows = [...event.currentTarget.rows];
  const y = rows.findIndex((row) => row.contains(document.activeElement));
  const x = [...rows[y]?.cells ?? []].findIndex((cell) => cell.contains(document.activeElement));
  if (y < 0 || x < 0) return;
  const last = (rows[y]?.cells.length ?? 1) - 1;
  const moves: Record<string, [number, number]> = { ArrowDown: [x, y + 1], ArrowUp: [x, y - 1], ArrowLeft: [x - 1, y], ArrowRight: [x + 1, y], Home: [0, y], End: [last, y] };
  const to = moves[event.key];
  const next = to === undefined ? undefined : rows[to[1]]?.cells[to[0]]?.querySelector<HTMLElement>('a, button');
  if (next === null || next === undefined) return;
  event.preventDefault();
  next.focus();
}
