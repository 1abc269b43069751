import { unbroken } from '../time/words.js';
import './learning.css';

interface Condition { label: string; met: boolean; detail: string | null }

/** What the certificate asks, with what is left. */
export function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <ul className="conditions">
      {conditions.map((condition) => (
        <li key={condition.label} className={condition.met ? 'met' : undefined}>
          <span aria-hidden="true" className="tick">{condition.met ? '✓' : '○'}</span>
          <span>
            <span className="unseen">{condition.met ? 'Done: ' : 'Left: '}</span>{unbroken(condition.label)}
            {condition.detail !== null && condition.detail !== '' && <span className="quiet small detail">{unbroken(condition.detail)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function conditionsLeft(conditions: readonly Condition[]): number {
  return conditions.filter((condition) => !condition.met).length;
}
