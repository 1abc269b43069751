import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useCourse } from '../instructor/CourseContext.js';
import { PackageHistoryDocument, type PackageHistoryQuery } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { When } from '../time/When.js';
import { sizeOf } from './bytes.js';

export type Downloaded = NonNullable<PackageHistoryQuery['course']>['packageDownloads']['nodes'][number];

/** What was downloaded, by whom, and which of it is out of date. */
export function History({ turn, makeAgain }: { /** counts up when something was downloaded */ turn: number; makeAgain: (made: Downloaded['package']) => void }) {
  const { course } = useCourse();
  const [after, setAfter] = useState<string | null>(null);
  const [result, again] = useQuery({ query: PackageHistoryDocument, variables: { course: course.id, after } });
  const turned = useRef(turn);
  useEffect(() => {
    if (turned.current !== turn) again({ requestPolicy: 'network-only' });
    turned.current = turn;
  }, [turn, again]);
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">Downloaded so far</h2>
      <Loaded result={result} value={result.data?.course?.packageDownloads} retry={() => again({ requestPolicy: 'network-only' })} what="course" need="instructors and coordinators" skeleton={<TableBones rows={3} label="Loading what was downloaded" />}>
        {({ nodes, pageInfo }) => nodes.length === 0 && after === null ? <p className="quiet">Nobody has downloaded a package of this course yet. Each download will stand here, with its version, so that you see which client has an old one.</p> : (
          <>
            <div className="sheet scrolls" tabIndex={0} role="group" aria-label="Downloads">
              <table className="grid folds" aria-label="Downloads, newest first">
                <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Version</th><th scope="col">For</th><th scope="col" className="figure">Size</th><th scope="col">SHA-256</th><th scope="col">State</th></tr></thead>
                <tbody>{nodes.map((download) => <Row key={download.id} download={download} latest={course.latestVersion?.number ?? 0} makeAgain={makeAgain} />)}</tbody>
              </table>
            </div>
            {(after !== null || pageInfo.hasNextPage) && (
              <nav aria-label="Pages of downloads" className="pager">
                {after === null ? <span /> : <button type="button" className="link" onClick={() => setAfter(null)}>First page</button>}
                {pageInfo.hasNextPage && <button type="button" className="link" onClick={() => setAfter(pageInfo.endCursor)}>Older downloads</button>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Row({ download: { at, account, package: made }, latest, makeAgain }: { download: Downloaded; latest: number; makeAgain: (made: Downloaded['package']) => void }) {
  return (
    <tr>
      <th scope="row"><When at={at} /></th>
      <td data-label="Who">{account?.name ?? 'Somebody who is here no more'}</td>
      <td data-label="Version" className="number">{made.courseVersion.number}</td>
      <td data-label="For"><span>{made.lms ?? ''}<span className={made.lms === null ? '' : 'small quiet below'}>{made.label}</span></span></td>
      <td data-label="Size" className="figure">{sizeOf(made.bytes ?? 0)}</td>
      <td data-label="SHA-256"><code title={made.sha256 ?? ''}>{made.sha256?.slice(0, 12)}</code></td>
      <td data-label="State">
        {made.outOfDate
          ? <span><span className="sign warn" data-sign="!">Out of date</span> <button type="button" className="link small below" onClick={() => makeAgain(made)}>Make it again with version {latest}</button></span>
          : <span className="sign good" data-sign="✓">Current</span>}
      </td>
    </tr>
  );
}
