import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { rowKeys } from '../frame/rowKeys.js';
import { AuditTrailDocument, type AuditTrailQuery } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { type Difference, differences, inWords, shownAndFolded } from './differences.js';
import { askedOf, fileOf, useAuditFilters } from './search.js';

const pageSize = 25;
type Entry = AuditTrailQuery['auditTrail']['nodes'][number];

/** The changes that fit, newest first. */
export function AuditTrail() {
  const filters = useAuditFilters();
  const navigate = useNavigate({ from: '/audit' });
  const asked = askedOf(filters);
  const [result, again] = useQuery({ query: AuditTrailDocument, variables: { first: pageSize, after: filters.after ?? null, ...asked }, requestPolicy: 'cache-and-network' });
  return (
    <section aria-labelledby="trail" className="stack">
      <h2 id="trail" className="unseen">The trail</h2>
      <Loaded result={result} value={result.data?.auditTrail} retry={() => again({ requestPolicy: 'network-only' })} what="trail" need="administrators" skeleton={<TableBones rows={8} label="Loading the trail" />}>
        {({ nodes, pageInfo, totalCount }) => nodes.length === 0 ? (
          <Empty title="Nothing fits" action={<button type="button" className="link" onClick={() => void navigate({ search: {} })}>Show everything</button>}>
            Changes that matter are recorded here from the first one on: roles, keys, cohorts, places, dates, marks, publishing.
          </Empty>
        ) : (
          <>
            <table className="grid folds audit" aria-busy={result.stale}>
              <caption className="unseen">Changes, newest first</caption>
              <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Before and after</th></tr></thead>
              <tbody onKeyDown={rowKeys}>{nodes.map((entry) => <EntryRow key={entry.id} entry={entry} />)}</tbody>
            </table>
            <nav aria-label="Pages of the trail" className="pager">
              <span>{plural(totalCount, 'change')} · take them away as <a href={fileOf(asked, 'csv')} download>CSV</a> or <a href={fileOf(asked, 'json')} download>JSON</a></span>
              <span className="row">
                {filters.after !== undefined && <Link from="/audit" to="." search={(before) => ({ ...before, after: undefined })} resetScroll={false}>Newest</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/audit" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })}>Older</Link>}
              </span>
            </nav>
          </>
        )}
      </Loaded>
    </section>
  );
}

function EntryRow({ entry: { sequence, at, by, actorKind, action, subjectType, subjectId, subjectLabel, before, after, withheldBy } }: { entry: Entry }) {
  const changed = differences(before, after);
  const { shown, folded } = shownAndFolded(changed);
  return (
    <tr>
      <td data-label="When"><When at={at} /><span className="small quiet below">№ {sequence}</span></td>
      <td data-label="Who">{by?.name ?? (actorKind === 'system' ? 'The server' : 'Somebody who is here no more')}{actorKind === 'key' && <span className="small quiet below">by an API key</span>}</td>
      <th scope="row">
        {inWords(action)}
        <Link className="small below" from="/audit" to="." search={{ subject: subjectId }} title={`All that happened to this: ${subjectType} ${subjectId}`}>{subjectLabel ?? inWords(subjectType).toLowerCase()}</Link>
      </th>
      <td data-label="Before and after" className="wide">
        {withheldBy !== null ? <span className="quiet">Taken out: see № {withheldBy}.</span> : changed.length === 0 ? <span className="quiet">Nothing else to tell.</span> : (
          <>
            <Differences of={shown} />
            {folded.length > 0 && <details className="small"><summary>{folded.length} more</summary><Differences of={folded} /></details>}
          </>
        )}
      </td>
    </tr>
  );
}

function Differences({ of }: { of: readonly Difference[] }) {
  return (
    <dl className="differences">
      {of.map(({ name, before: old, after: now }) => (
        <div key={name}>
          <dt className={name === '' ? 'unseen' : 'quiet'}>{name === '' ? 'Value' : name}</dt>
          <dd>{old !== null && <del><span className="unseen">before: </span>{old}</del>}{old !== null && now !== null && ' → '}{now !== null && <ins><span className="unseen">after: </span>{now}</ins>}</dd>
        </div>
      ))}
    </dl>
  );
}
