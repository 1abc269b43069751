import { nearestOnGrid } from '@preceptor/assessment';
import { useId } from 'preact/hooks';
import { useApp } from '../../session/app.js';
import type { AnswerProps } from '../answer.js';
import { Said } from '../said.js';
import { wholeVerdict } from '../whole-verdict.js';
import { useKindWords } from './words.js';

/** A native slider, and a field for whoever would rather type the number. Until either is touched there is no answer. */
export function Slider({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'slider'>) {
  const { formats } = useApp();
  const words = useKindWords();
  const base = useId();
  const { content } = view;
  const { min, max, step, unit, minLabel, maxLabel } = content;
  const number = typeof value === 'number' ? value : null;
  const shown = number ?? nearestOnGrid(content, (min + max) / 2);
  const written = (each: number): string => `${formats.number(each)}${unit === undefined ? '' : ` ${unit}`}`;
  const take = (each: number): void => {
    if (!locked && Number.isFinite(each)) onChange(nearestOnGrid(content, each));
  };
  return (
    <div class={`field slider ${number === null ? 'unset' : ''}`} role="group" aria-labelledby={labelledBy}>
      <p class="hint">{words.sliderHelp}</p>
      <input
        type="range" min={min} max={max} step={step} value={shown} disabled={locked} aria-label={words.sliderValue} aria-valuetext={number === null ? words.sliderUnset : written(number)} aria-describedby={`${base}-ends`}
        onInput={(event) => take(event.currentTarget.valueAsNumber)} onPointerUp={(event) => take(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && take(event.currentTarget.valueAsNumber)}
      />
      <div class="ends" id={`${base}-ends`}>
        <span><b>{written(min)}</b> {minLabel}</span>
        <span><b>{written(max)}</b> {maxLabel}</span>
      </div>
      <label class="exact">
        <span class="hint">{words.sliderValue}</span>
        <span class="with-unit">
          <input type="number" min={min} max={max} step={step} inputMode="decimal" value={number ?? ''} readOnly={locked} onChange={(event) => take(event.currentTarget.valueAsNumber)} />
          {unit !== undefined && <span>{unit}</span>}
        </span>
      </label>
      {number === null && !locked && <p class="hint">{words.sliderUnset}</p>}
      <Said outcome={outcome} choice="" verdict={wholeVerdict(outcome)} />
    </div>
  );
}
