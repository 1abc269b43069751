import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import type { Setting } from './rules.js';

/** What was changed here: who, when, and which rules are other than before. */
export function Changes({ changes: { nodes, totalCount } }: { changes: Setting['changes'] }) {
  if (nodes.length === 0) return null;
  return (
    <section aria-labelledby="changes" className="stack">
      <h2 id="changes">{plural(totalCount, 'change')}</h2>
      <ul className="lines">
        {nodes.map(({ id, at, by, before, after }) => (
          <li key={id}>
            <p>{by?.name ?? 'Somebody who is here no more'} <span className="quiet small"><When at={at} /></span></p>
            <p className="small quiet">{differences(before, after).join('; ')}</p>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && <p className="quiet small">The newest {nodes.length} are shown.</p>}
    </section>
  );
}

const names: Record<string, string> = {
  opensAt: 'opens', closesAt: 'closes', timeLimitSeconds: 'time limit in seconds', graceSeconds: 'grace in seconds', maxAttempts: 'attempts', waitSeconds: 'wait in seconds', counts: 'which attempt counts', navigation: 'going through it',
  pages: 'questions on a page', shuffle: 'random order', eachAnswer: 'shown after each answer', release: 'what is shown after', recordFocus: 'leaving the page recorded', networks: 'networks', password: 'password asked',
};

function differences(before: unknown, after: unknown): string[] {
  if (!isRecord(after)) return ['Removed'];
  const changed = Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(isRecord(before) ? before[name] : undefined));
  if (!isRecord(before)) return ['Set for the first time'];
  return changed.length === 0 ? ['Saved as it was'] : changed.map(([name, value]) => `${names[name] ?? name}: ${told(before[name])} → ${told(value)}`);
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
function told(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isRecord(value)) return Object.entries(value).map(([name, each]) => `${name} ${told(each)}`).join(', ');
  return Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(', ')) : String(value);
}
