import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { groupNames, type Option, shortName } from '../optionsByAbility.js';
import { axis, Chart, shares } from './frame.js';

/** A key's line is green and thick, that of a distractor which draws the strong is orange; the others are grey and told apart by dashes. */
const dashes = ['6 3', '2 3', '9 3 2 3', '1 4', '12 4'];

/** Names stand so far apart, in per cent; a per cent is about so many pixels high. */
const apart = 7;
const pixels = 2.05;

/** Who chose which option: its share among the weakest learners up to the strongest. */
export function OptionChart({ options, says }: { options: readonly Option[]; says: string }) {
  const groups = groupNames(options[0]?.byAbility.length ?? 0);
  const points = groups.map((group, at) => ({ group, ...Object.fromEntries(options.map(({ id, byAbility }) => [id, 100 * (byAbility[at] ?? 0)])) }));
  const names = lifted(options);
  const rises = ({ key, byAbility }: Option): boolean => !key && (byAbility.at(-1) ?? 0) > (byAbility[0] ?? 0) + 0.05;
  return (
    <Chart says={says}>
      <ResponsiveContainer width="100%" height={240}>
        <LineChart data={points} margin={{ top: 8, right: 40, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="group" padding={{ left: 12, right: 12 }} interval="preserveStartEnd" {...axis} />
          <YAxis {...shares} {...axis} />
          {options.map((option, at) => (
            <Line key={option.id} dataKey={option.id} type="linear" isAnimationActive={false} dot={{ r: 3, strokeWidth: 0, fill: colourOf(option, rises(option)) }}
              stroke={colourOf(option, rises(option))} strokeWidth={option.key ? 3 : 2} {...(option.key ? {} : { strokeDasharray: dashes[at % dashes.length] ?? '6 3' })}
              label={({ index, x, y }: { index?: number | undefined; x?: number | string | undefined; y?: number | string | undefined }) => (index === points.length - 1
                ? <text x={Number(x) + 10} y={Number(y) + 4 - (names.get(option.id) ?? 0) * pixels} fontSize={13} fontWeight={600} fill={option.key ? 'var(--good)' : rises(option) ? 'var(--warn)' : 'var(--quiet)'}>{shortName(option, at)}</text> : <></>)} />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </Chart>
  );
}

/** How far each line's name is lifted, in per cent, so that names of lines that end together can be read. */
function lifted(options: readonly Option[]): Map<string, number> {
  const ends = options.map(({ id, byAbility }) => ({ id, end: 100 * (byAbility.at(-1) ?? 0) })).sort((a, b) => a.end - b.end);
  let free = -Infinity;
  return new Map(ends.map(({ id, end }) => {
    const place = Math.max(end, free);
    free = place + apart;
    return [id, place - end];
  }));
}

const colourOf = ({ key }: Option, rises: boolean): string => (key ? 'var(--good-soft)' : rises ? 'var(--warn-soft)' : 'var(--control-line)');
