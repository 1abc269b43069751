import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { FlaggedItemsDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { plural } from '../time/words.js';
import { FlagLine, type Flagged, LetBeLine } from './FlagLine.js';
import './statistics.css';

const step = 5;

/** Items of all courses that their answers speak against, on the instructor's home; nothing where there is none. */
export function FlagList() {
  const mayAct = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [first, setFirst] = useState(step);
  const [{ data }, load] = useQuery({ query: FlaggedItemsDocument, variables: { course: null, dismissed: false, first, after: null }, requestPolicy: 'cache-and-network' });
  const [{ data: past }, loadPast] = useQuery({ query: FlaggedItemsDocument, variables: { course: null, dismissed: true, first: 50, after: null }, requestPolicy: 'cache-and-network' });
  const flagged = useKept(data?.flaggedItems);
  const letBe = past?.flaggedItems;
  const again = () => {
    load({ requestPolicy: 'network-only' });
    loadPast({ requestPolicy: 'network-only' });
  };
  if (flagged === undefined || (flagged.totalCount === 0 && (letBe?.totalCount ?? 0) === 0)) return null;
  return (
    <section aria-labelledby="flagged" className="stack flagged">
      <h2 id="flagged">{flagged.totalCount === 0 ? 'No item needs a look' : `${plural(flagged.totalCount, 'item needs', 'items need')} a look`}</h2>
      <ul className="found">{flagged.nodes.map((one) => <FlagLine key={`${one.assessment}/${one.item}`} flagged={one} named />)}</ul>
      {flagged.nodes.length < flagged.totalCount && first < 100 && <p><button type="button" className="link" onClick={() => setFirst(Math.min(100, first + 4 * step))}>Show more</button></p>}
      {letBe !== undefined && letBe.totalCount > 0 && (
        <details>
          <summary className="small">{plural(letBe.totalCount, 'item was', 'items were')} looked at and let be</summary>
          <ul className="lines small">{letBe.nodes.map((one) => <LetBeLine key={`${one.assessment}/${one.item}`} flagged={one} mayAct={mayAct} again={again} />)}</ul>
        </details>
      )}
    </section>
  );
}

/** What was there stays while more is on its way. */
function useKept(now: { totalCount: number; nodes: Flagged[] } | undefined): { totalCount: number; nodes: Flagged[] } | undefined {
  const [kept, setKept] = useState(now);
  useEffect(() => { if (now !== undefined) setKept(now); }, [now]);
  return now ?? kept;
}
