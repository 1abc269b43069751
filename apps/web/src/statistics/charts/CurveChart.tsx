import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Scatter, XAxis, YAxis } from 'recharts';
import type { AnalysedItem } from '../optionsByAbility.js';
import { axis, Chart, shares } from './frame.js';

/** An item's characteristic curve with its 95 % band, and what groups of learners earned. */
export function CurveChart({ curve, seen, says }: { curve: AnalysedItem['curve']; seen: AnalysedItem['seenCurve']; says: string }) {
  const drawn = curve.map(({ ability, probability, low, high }) => ({ ability, probability: 100 * probability, band: [100 * low, 100 * high] }));
  const points = seen.flatMap(({ ability, score }) => (ability === null ? [] : [{ ability, seen: 100 * score }]));
  return (
    <Chart says={says}>
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart data={drawn} margin={{ top: 8, right: 12, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="ability" type="number" domain={[-4, 4]} ticks={[-4, -2, 0, 2, 4]} tickFormatter={(ability: number) => (ability > 0 ? `+${ability}` : String(ability).replace('-', '−'))} {...axis} />
          <YAxis type="number" {...shares} {...axis} />
          <Area dataKey="band" stroke="none" fill="var(--accent-soft)" fillOpacity={1} isAnimationActive={false} activeDot={false} />
          <Line dataKey="probability" type="monotone" stroke="var(--accent)" strokeWidth={2.5} dot={false} isAnimationActive={false} />
          <Scatter data={points} dataKey="seen" fill="var(--text)" isAnimationActive={false} shape={({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) => <circle cx={cx ?? 0} cy={cy ?? 0} r={4.5} fill="var(--ground)" stroke="var(--text)" strokeWidth={2} />} />
        </ComposedChart>
      </ResponsiveContainer>
    </Chart>
  );
}
