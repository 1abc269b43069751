import type { Choice } from '@preceptor/assessment';
import { useId } from 'preact/hooks';
import type { Outcome } from '../delivery/delivery.js';
import { Html } from '../reading/html.js';
import { Said, type Verdict } from './said.js';

interface Props {
  options: Choice[];
  chosen: string[];
  /** several may be chosen */
  many: boolean;
  onChoose(id: string, on: boolean): void;
  locked: boolean;
  /** nothing more may be chosen */
  full?: boolean;
  outcome: Outcome | null;
  verdict(id: string): Verdict;
  labelledBy: string;
}

/** Options as wide targets, each with what is said of it beside it. */
export function OptionList({ options, chosen, many, onChoose, locked, full = false, outcome, verdict, labelledBy }: Props) {
  const group = useId();
  return (
    <div class="options" role={many ? 'group' : 'radiogroup'} aria-labelledby={labelledBy}>
      {options.map((option) => {
        const on = chosen.includes(option.id);
        return (
          <div key={option.id} class={`option ${on ? 'chosen' : ''} ${on ? (verdict(option.id) ?? '') : ''}`}>
            <label>
              <input
                type={many ? 'checkbox' : 'radio'} name={group} value={option.id} checked={on}
                disabled={locked || (full && !on)} onChange={(event) => onChoose(option.id, event.currentTarget.checked)}
              />
              <Html html={option.html} className="prose" />
            </label>
            {on ? <Said outcome={outcome} choice={option.id} verdict={verdict(option.id)} /> : <Said outcome={outcome} choice={option.id} verdict={null} />}
          </div>
        );
      })}
    </div>
  );
}
