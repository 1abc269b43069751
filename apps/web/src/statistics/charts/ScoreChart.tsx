import { Bar, BarChart, Cell, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { classesOf } from '../scoreClasses.js';
import { axis, Chart, shares } from './frame.js';

/** How many attempts earned which share of the points; those that passed in the accent's colour. */
export function ScoreChart({ distribution, passMark, says }: { distribution: readonly number[]; passMark: number | null; says: string }) {
  const classes = classesOf(distribution, 5).map(({ from, to, count }) => ({ middle: from + 2.5, from, to, count, passes: passMark === null || from >= 100 * passMark - 1e-9 }));
  return (
    <Chart says={says}>
      <ResponsiveContainer width="100%" height={220}>
        <BarChart data={classes} margin={{ top: 18, right: 8, bottom: 4, left: 0 }} barCategoryGap={2} accessibilityLayer={false}>
          <XAxis dataKey="middle" type="number" domain={[0, 100]} ticks={[0, 20, 40, 60, 80, 100]} tickFormatter={shares.tickFormatter} {...axis} />
          <YAxis allowDecimals={false} width={36} {...axis} />
          <Bar dataKey="count" isAnimationActive={false}>
            {classes.map(({ from, passes }) => <Cell key={from} fill={passes ? 'var(--accent)' : 'var(--control-line)'} />)}
          </Bar>
          {passMark !== null && <ReferenceLine x={100 * passMark} stroke="var(--text)" strokeDasharray="4 3" label={{ value: 'pass mark', position: 'top', fill: 'var(--quiet)', fontSize: 12 }} />}
        </BarChart>
      </ResponsiveContainer>
    </Chart>
  );
}
