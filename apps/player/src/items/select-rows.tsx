import { plainText, type Choice } from '@preceptor/assessment';
import { useId } from 'preact/hooks';
import type { Outcome } from '../delivery/delivery.js';
import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { Said, verdictOf } from './said.js';

interface Props {
  rows: Choice[];
  options: Choice[];
  pairs: { [row: string]: string };
  /** said before a row's own words where a screen reader names its field */
  naming: string;
  onChange(pairs: { [row: string]: string }): void;
  locked: boolean;
  outcome: Outcome | null;
  labelledBy: string;
}

/** Rows with a drop-down each: matching, categorising and extended matching, all of it from the keyboard and on a phone. */
export function SelectRows({ rows, options, pairs, naming, onChange, locked, outcome, labelledBy }: Props) {
  const { words } = useApp();
  const base = useId();
  const texts = options.map((option) => ({ id: option.id, text: plainText(option.html) }));
  const choose = (row: string, option: string): void => {
    const { [row]: _before, ...others } = pairs;
    onChange(option === '' ? others : { ...others, [row]: option });
  };
  return (
    <div class="rows" role="group" aria-labelledby={labelledBy}>
      {rows.map((row) => {
        const chosen = pairs[row.id] ?? '';
        const verdict = verdictOf(outcome, row.id);
        return (
          <div key={row.id} class={`row ${verdict ?? ''}`}>
            <Html id={`${base}-${row.id}`} html={row.html} />
            <select
              aria-labelledby={`${base}-n ${base}-${row.id}`} value={chosen} disabled={locked}
              onChange={(event) => choose(row.id, event.currentTarget.value)}
            >
              <option value="">{words.choose}</option>
              {texts.map(({ id, text }) => <option key={id} value={id}>{text}</option>)}
            </select>
            <Said outcome={outcome} choice={row.id} verdict={chosen === '' ? null : verdict} />
          </div>
        );
      })}
      <span id={`${base}-n`} hidden>{naming}</span>
    </div>
  );
}
