import type { ReactNode } from 'react';

/** What charts are drawn with: the page's colours, small figures, thin lines. */
export const axis = { stroke: 'var(--line)', tick: { fill: 'var(--quiet)', fontSize: 12 }, tickLine: false } as const;

/** An axis of shares, in per cent. */
export const shares = { domain: [0, 100] as [number, number], ticks: [0, 25, 50, 75, 100], tickFormatter: (value: number) => `${value}\u00a0%`, width: 52 };

/** A chart with its text alternative: `says` tells a screen reader what it shows; its numbers stand in a table beside it. */
export function Chart({ says, children }: { says: string; children: ReactNode }) {
  return <div className="chart" role="img" aria-label={says}>{children}</div>;
}
