import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { itemAddress } from '../bank/addresses.js';
import { type ImportEntriesQuery, ImportEntriesDocument, type ImportEntryChoice, type ImportHeadFragment, type ImportOutcome } from '../generated/graphql.js';
import { kindName } from '../instructor/itemOrder.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';

type Entry = NonNullable<ImportEntriesQuery['itemImport']>['entries']['nodes'][number];

const sorts: { show: ImportEntryChoice; label: string; of: keyof ImportHeadFragment['counts'] }[] = [
  { show: 'ALL', label: 'All', of: 'all' }, { show: 'FAILED', label: 'Can’t come in', of: 'failed' }, { show: 'LOST', label: 'Something is lost', of: 'lost' }, { show: 'CHANGED', label: 'Something is changed', of: 'changed' },
  { show: 'KEPT', label: 'As in the file', of: 'kept' }, { show: 'KNOWN', label: 'Name is taken', of: 'known' }, { show: 'UNSOUND', label: 'To be finished', of: 'unsound' },
];
const outcomes: Record<ImportOutcome, string> = { CREATED: 'New', RENAMED: 'New, under another name', NEW_VERSION: 'New version', UNCHANGED: 'Was here already', SKIPPED: 'Left out' };

/** The file question by question: what comes in and what becomes of it; sorted out by what happened. */
export function Entries({ one }: { one: ImportHeadFragment }) {
  const { show = 'ALL', after } = useSearch({ from: '/bank/$bank/import' });
  const [result, again] = useQuery({ query: ImportEntriesDocument, variables: { id: one.id, show, after: after ?? null } });
  const list = result.data?.itemImport?.entries;
  return (
    <section className="stack" aria-labelledby="entries">
      <h2 id="entries">Question by question</h2>
      <nav aria-label="Which questions are shown" className="sorts">
        {sorts.filter(({ of }) => of === 'all' || one.counts[of] > 0).map(({ show: each, label, of }) => (
          <Link key={each} from="/bank/$bank/import" to="." search={(before) => ({ ...before, show: each === 'ALL' ? undefined : each, after: undefined })} resetScroll={false} activeProps={{}} {...(each === show ? { 'aria-current': 'true' as const } : {})}>{label} <span className="number quiet">{one.counts[of].toLocaleString('en')}</span></Link>
        ))}
      </nav>
      <Loaded result={result} value={list} retry={() => again({ requestPolicy: 'network-only' })} what="import" need="instructors" skeleton={<TableBones label="Loading the questions of the file" />}>
        {({ nodes, pageInfo }) => nodes.length === 0 ? <Empty title="Nothing of this sort">Choose another sort above.</Empty> : (
          <>
            <table className="grid folds entries">
              <caption className="unseen">What the file holds</caption>
              <thead><tr><th scope="col">Question</th><th scope="col">Where</th><th scope="col">What becomes of it</th></tr></thead>
              <tbody>{nodes.map((entry) => <EntryRow key={entry.id} entry={entry} />)}</tbody>
            </table>
            {(pageInfo.hasNextPage || after !== undefined) && (
              <nav aria-label="Pages of questions" className="pager">
                {after === undefined ? <span /> : <Link from="/bank/$bank/import" to="." search={(before) => ({ ...before, after: undefined })}>First page</Link>}
                {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Link from="/bank/$bank/import" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })}>Next 50 questions</Link>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function EntryRow({ entry: { name, stem, kind, file, line, verdict, known, sound, reason, changed, lost, outcome, itemId } }: { entry: Entry }) {
  const title = stem === '' ? name === '' ? 'Unnamed' : name : stem;
  return (
    <tr>
      <th scope="row">
        {itemId === null ? title : <a className="plain" href={itemAddress(itemId)}>{title}</a>}
        {kind !== '' && <span className="small quiet below">{kindName(kind)}, {name}</span>}
      </th>
      <td data-label="Where" className="small quiet where">{line === null ? file : `line ${line.toLocaleString('en')}`}{line !== null && /\.xml$/.test(file) && <span className="below">{file}</span>}</td>
      <td className="wide small">
        {verdict === 'FAILED' && <p className="sign bad" data-sign="✕">{reason}</p>}
        {lost.map(({ code, sentence }) => <p key={code}><span className="sign warn" data-sign="▲">Lost: {lower(sentence)}</span></p>)}
        {changed.map(({ code, sentence }) => <p key={code} className="quiet">Changed: {lower(sentence)}</p>)}
        {verdict !== 'FAILED' && !sound && <p><span className="sign warn" data-sign="▲">To be finished: {reason}</span></p>}
        {verdict === 'KEPT' && sound && <p className="sign good" data-sign="✓">As in the file</p>}
        {outcome !== null ? <p className="quiet">{outcomes[outcome]}</p> : known && <p className="quiet">Its name is taken</p>}
      </td>
    </tr>
  );
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
