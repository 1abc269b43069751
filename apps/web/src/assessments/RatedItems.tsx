import type { PanelFragment } from '../generated/graphql.js';
import { plural } from '../time/words.js';
import { share } from './words.js';

/** What the panel thinks of each question, those first on which it differs most. */
export function RatedItems({ items }: { items: PanelFragment['items'] }) {
  const sorted = items.toSorted((a, b) => (b.sd ?? -1) - (a.sd ?? -1));
  return (
    <details>
      <summary>{plural(items.length, 'question')} as the panel sees them, those first on which it differs most</summary>
      <table className="grid folds">
        <caption className="unseen">Ratings by question</caption>
        <thead><tr><th scope="col">Question</th><th scope="col" className="figure">Mean</th><th scope="col" className="figure">Spread (SD)</th><th scope="col" className="figure">Ratings</th></tr></thead>
        <tbody>{sorted.map(({ id, name, mean, sd, ratings }) => (
          <tr key={id}><th scope="row">{name}</th><td className="figure" data-label="Mean">{mean === null ? '–' : share(mean)}</td><td className="figure" data-label="Spread (SD)">{sd === null ? '–' : share(sd)}</td><td className="figure" data-label="Ratings">{ratings}</td></tr>
        ))}</tbody>
      </table>
    </details>
  );
}
