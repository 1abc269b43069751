import type { FormsFragment } from '../generated/graphql.js';
import { lasting, plural } from '../time/words.js';
import { difficulties, formName, levels, share } from './words.js';

type Form = FormsFragment['forms'][number];

/** How the forms compare: a table whose difficulty is drawn too. */
export function Balance({ forms }: { forms: readonly Form[] }) {
  const facilities = forms.map(({ balance }) => balance.facility);
  const apart = Math.max(...facilities) - Math.min(...facilities);
  const measured = forms.reduce((sum, { balance }) => sum + balance.measured, 0);
  return (
    <section aria-labelledby="balance" className="stack">
      <div>
        <h2 id="balance">How the forms compare</h2>
        <p className="quiet small">{forms.length === 1 ? 'There is one form.' : apart < 0.0095 ? 'They are equally hard.' : `The easiest and the hardest are ${share(apart)} apart.`} {measured === 0 ? 'Difficulty goes by the questions’ labels: nobody has answered them often enough yet.' : `Difficulty is known from answers of ${plural(measured, 'question')}; of the others it goes by their labels.`}</p>
      </div>
      <div className="sheet scrolls" role="region" aria-label="The forms beside each other" tabIndex={0}>
        <table className="grid balance">
          <caption className="unseen">The forms beside each other</caption>
          <thead><tr><th scope="col">Form</th><th scope="col" className="figure">Questions</th><th scope="col">Expected score</th><th scope="col">Easy, medium, hard</th><th scope="col">Recall, application, judgement</th><th scope="col" className="figure">Time</th></tr></thead>
          <tbody>
            {forms.map(({ id, balance }) => (
              <tr key={id}>
                <th scope="row">{formName(id)}</th>
                <td className="figure">{balance.items}</td>
                <td><span className="row tightly"><span className="number share">{share(balance.facility)}</span><span className="mark" aria-hidden="true"><span style={{ insetInlineStart: `${balance.facility * 100}%` }} /></span></span></td>
                <td><Parts parts={difficulties.map((name) => balance[name])} /></td>
                <td><Parts parts={levels.map((name) => balance[name])} /></td>
                <td className="figure">{lasting(balance.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Three counts in words, and how they share the whole drawn. */
function Parts({ parts }: { parts: readonly number[] }) {
  return (
    <span className="row tightly"><span className="number counts">{parts.join(' · ')}</span>
      <span className="parts" aria-hidden="true">{parts.map((count, place) => <span key={place} className={`part-${place}`} style={{ flexGrow: count }} />)}</span></span>
  );
}
