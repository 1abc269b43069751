import { useApp } from '../session/app.js';
import type { AnswerProps } from './answer.js';
import { Said } from './said.js';
import { wholeVerdict } from './whole-verdict.js';

export function Numeric({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'numeric'>) {
  const { words } = useApp();
  const units = view.content.units ?? [];
  const { number, unit } = parts(value);
  const change = (next: string, nextUnit: string | undefined): void => onChange(nextUnit === undefined || nextUnit === '' ? { value: next } : { value: next, unit: nextUnit });
  return (
    <div class="field number">
      <label>
        <span class="hint">{words.yourNumber}</span>
        <input
          type="text" dir="ltr" inputMode="decimal" value={number} readOnly={locked} maxLength={40} size={12} autocomplete="off" aria-describedby={labelledBy}
          onInput={(event) => change(event.currentTarget.value, unit)}
        />
      </label>
      {units.length > 0 && (
        <label>
          <span class="hint">{words.unitOfMeasure}</span>
          <select value={unit ?? ''} disabled={locked} onChange={(event) => change(number, event.currentTarget.value)}>
            <option value="">{words.choose}</option>
            {units.map((each) => <option key={each} value={each}>{each}</option>)}
          </select>
        </label>
      )}
      <Said outcome={outcome} choice="" verdict={wholeVerdict(outcome)} />
    </div>
  );
}

function parts(value: unknown): { number: string; unit: string | undefined } {
  if (typeof value !== 'object' || value === null) return { number: '', unit: undefined };
  const number = 'value' in value && typeof value.value === 'string' ? value.value : '';
  return { number, unit: 'unit' in value && typeof value.unit === 'string' ? value.unit : undefined };
}
