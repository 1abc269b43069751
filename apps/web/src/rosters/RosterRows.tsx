import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { type RosterOutcome, RosterRowsDocument, type RosterRowsQuery } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { plainDay } from '../time/words.js';
import { columnWords, type Counts, fieldWords, outcomeWords, type Roster } from './words.js';

type Row = NonNullable<RosterRowsQuery['rosterImport']>['rows']['nodes'][number];
const sorts: { show: RosterOutcome; of: keyof Counts }[] = [{ show: 'REFUSED', of: 'refused' }, { show: 'NEW', of: 'created' }, { show: 'ENROLLED', of: 'enrolled' }, { show: 'WAITING', of: 'waiting' }, { show: 'CHANGED', of: 'changed' }, { show: 'NOTHING', of: 'nothing' }];

/** The roster row by row: what would come of each, or came; sorted out by what it is. */
export function RosterRows({ one }: { one: Roster }) {
  const { show, after } = useSearch({ from: '/rosters/import' });
  const [result, again] = useQuery({ query: RosterRowsDocument, variables: { id: one.id, show: show ?? null, after: after ?? null }, requestPolicy: 'cache-and-network' });
  const list = result.data?.rosterImport?.rows;
  const done = one.state === 'DONE';
  return (
    <section className="stack" aria-labelledby="rows">
      <h2 id="rows">Row by row</h2>
      <nav aria-label="Which rows are shown" className="sorts">
        {[{ show: undefined, label: 'All', count: one.counts.all }, ...sorts.map(({ show: each, of }) => ({ show: each, label: outcomeWords[each].many, count: one.counts[of] }))].filter(({ show: each, count }) => each === undefined || count > 0).map(({ show: each, label, count }) => (
          <Link key={label} from="/rosters/import" to="." search={(before) => ({ ...before, show: each, after: undefined })} resetScroll={false} activeProps={{}} {...(each === show ? { 'aria-current': 'true' as const } : {})}>{label} <span className="number quiet">{count.toLocaleString('en')}</span></Link>
        ))}
      </nav>
      <Loaded result={result} value={list} retry={() => again({ requestPolicy: 'network-only' })} what="roster" need="coordinators" skeleton={<TableBones label="Loading the rows" />}>
        {({ nodes, pageInfo }) => nodes.length === 0 ? <Empty title="No row of this sort">Choose another sort above.</Empty> : (
          <>
            <table className="grid folds entries">
              <caption className="unseen">The rows of the file</caption>
              <thead><tr><th scope="col">Person</th><th scope="col">Row</th><th scope="col">{done ? 'What came of it' : 'What would come of it'}</th></tr></thead>
              <tbody>{nodes.map((row) => <PersonRow key={row.id} row={row} done={done} />)}</tbody>
            </table>
            {(pageInfo.hasNextPage || after !== undefined) && (
              <nav aria-label="Pages of rows" className="pager">
                {after === undefined ? <span /> : <Link from="/rosters/import" to="." search={(before) => ({ ...before, after: undefined })}>First page</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/rosters/import" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })}>Next 50 rows</Link>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function PersonRow({ row: { line, email, name, outcome, reason, column, changes, enrolmentId }, done }: { row: Row; done: boolean }) {
  const { before, after, sign, kind } = outcomeWords[outcome];
  const title = name === '' ? email === '' ? 'Nobody' : email : name;
  return (
    <tr>
      <th scope="row">
        {enrolmentId === null ? title : <Link to="/learners/$enrolment" params={{ enrolment: enrolmentId }} className="plain">{title}</Link>}
        {email !== '' && email !== title && <span className="small quiet below">{email}</span>}
      </th>
      <td data-label="Row" className="small quiet where">{line.toLocaleString('en')}</td>
      <td className="wide small">
        <p className={kind === 'quiet' ? 'sign quiet' : `sign ${kind}`} data-sign={sign}>{done ? after : before}{reason !== null && `. ${column === null ? '' : `${columnWords[column]}: `}${reason}`}</p>
        {changes.map(({ field, from, to }) => <p key={field} className="quiet">{fieldWords[field] ?? field}: {from === null ? '' : <><del>{shown(field, from)}</del> </>}<ins>{to === null ? 'nothing' : shown(field, to)}</ins></p>)}
      </td>
    </tr>
  );
}

const shown = (field: string, value: string): string => (field === 'dueOn' || field === 'licenceExpiresOn' ? plainDay(value) : value);
