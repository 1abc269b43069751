import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { RosterProgressDocument } from '../generated/graphql.js';

/** How far a roster is; it comes in whether somebody watches or not. */
export function RosterRunning({ id, onEnd }: { id: string; onEnd: () => void }) {
  const [{ data }, look] = useQuery({ query: RosterProgressDocument, variables: { id }, requestPolicy: 'network-only' });
  const ended = useRef(false);
  const state = data?.rosterImport?.state;
  useEffect(() => {
    const timer = setInterval(() => look({ requestPolicy: 'network-only' }), 500);
    return () => clearInterval(timer);
  }, [look]);
  useEffect(() => {
    if (state === undefined || state === 'RUNNING' || ended.current) return;
    ended.current = true;
    onEnd();
  }, [state, onEnd]);
  const { done, total } = data?.rosterImport?.progress ?? { done: 0, total: 0 };
  return (
    <div className="stack tight under-way">
      <p role="status">{total === 0 ? 'Beginning' : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`}</p>
      {total === 0 ? <progress aria-label="Rows that have come in" /> : <progress aria-label="Rows that have come in" value={done} max={total} />}
      <p className="small quiet">You can leave this page: it goes on.</p>
    </div>
  );
}
