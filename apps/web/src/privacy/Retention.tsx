import { useQuery } from 'urql';
import { Link } from '@tanstack/react-router';
import { RetentionPreviewDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { When } from '../time/When.js';

/** How long the organisation keeps what, and what goes with the next round. */
export function Retention() {
  const [result, again] = useQuery({ query: RetentionPreviewDocument });
  return (
    <section aria-labelledby="retention" className="stack">
      <h2 id="retention">What goes once its time is over</h2>
      <p>Looked at every six hours. Records of a course are kept for six years at least, whatever is set. <Link to="/organisation">Set the periods</Link></p>
      <Loaded result={result} value={result.data?.retentionPreview} retry={() => again({ requestPolicy: 'network-only' })} what="periods" need="administrators" skeleton={<TableBones rows={5} />}>
        {(lines) => (
          <table className="grid folds">
            <caption className="unseen">What is kept for how long, and how much is past it now</caption>
            <thead><tr><th scope="col">What</th><th scope="col">Kept</th><th scope="col">Goes if older than</th><th scope="col" className="number">Past it now</th></tr></thead>
            <tbody>{lines.map(({ what, period, before, rows }) => <tr key={what}><th scope="row">{what}</th><td data-label="Kept">{period}</td><td data-label="Goes if older than">{before === null ? 'never' : <When at={before} />}</td><td data-label="Past it now" className="number">{rows.toLocaleString('en')}</td></tr>)}</tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}
