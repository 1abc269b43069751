import type { GradingQueuePageQuery } from '../generated/graphql.js';
import { percent } from '../time/words.js';

type Agreement = GradingQueuePageQuery['gradingQueue']['agreement'];
const figure = (kappa: number | null) => (kappa === null ? '–' : kappa.toFixed(2));

/** How far graders agree: one number with a sentence, and each criterion behind a fold. */
export function AgreementFigures({ agreement }: { agreement: Agreement }) {
  const { kappa, low, high, exact, sentence, criteria } = agreement;
  return (
    <section aria-labelledby="agreement" className="stack tight">
      <h2 id="agreement">Agreement of graders</h2>
      <p>{kappa !== null && <><strong className="number">κ = {figure(kappa)}</strong>{low !== null && high !== null && <span className="quiet number"> ({figure(low)} to {figure(high)})</span>}. </>}{sentence}{exact !== null && ` Both chose the same level ${percent(exact)} of the time.`}</p>
      <details className="small">
        <summary>By criterion</summary>
        <div className="sheet scrolls" tabIndex={0} role="group" aria-label="Agreement by criterion">
          <table className="grid">
            <thead><tr><th scope="col">Criterion</th><th scope="col" className="figure">Same level</th><th scope="col" className="figure">κ</th><th scope="col" className="figure">κ, weighted</th></tr></thead>
            <tbody>{criteria.map((criterion) => <tr key={criterion.id}><th scope="row">{criterion.title}</th><td className="figure">{percent(criterion.exact)}</td><td className="figure">{figure(criterion.kappa)}</td><td className="figure">{figure(criterion.weighted)}</td></tr>)}</tbody>
          </table>
        </div>
        <p className="quiet">κ is Cohen's kappa: agreement beyond chance, 1 is full. Weighted counts neighbouring levels as agreeing in part. “–”: not defined for these answers.</p>
      </details>
    </section>
  );
}
