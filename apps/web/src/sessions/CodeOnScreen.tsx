import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { SessionCodeDocument } from '../generated/graphql.js';
import { plural } from '../time/words.js';

/** The code that learners type, as large as the screen allows; asked for only when it is wanted, and anew as it changes. */
export function CodeOnScreen({ id }: { id: string }) {
  const [wanted, setWanted] = useState(false);
  const [{ data, fetching }, again] = useQuery({ query: SessionCodeDocument, variables: { id }, pause: !wanted, requestPolicy: 'network-only' });
  const found = data?.liveSession ?? null;
  const code = found?.code ?? null;
  useEffect(() => {
    if (!wanted || fetching) return undefined;
    const timer = setTimeout(() => again({ requestPolicy: 'network-only' }), Math.min(10, (code?.secondsLeft ?? 10) + 0.5) * 1000);
    return () => clearTimeout(timer);
  }, [wanted, fetching, code, again]);
  if (!wanted) return <section aria-labelledby="code" className="stack tight"><h2 id="code">Code for the screen</h2><p className="quiet measure">Show it in the meeting or the room: learners type it at <strong>{location.host}/attend</strong> and are marked by themselves.</p><p><Button onClick={() => setWanted(true)}>Show the code</Button></p></section>;
  return (
    <section aria-labelledby="code" className="stack tight">
      <h2 id="code">Type this at {location.host}/attend</h2>
      {found !== null && code === null && <p className="measure">There is a code from 15 minutes before the session begins to 15 minutes after it ends.</p>}
      {code !== null && <><p className="code" aria-label={`The code: ${code.code.split('').join(' ')}`}>{code.code.slice(0, 3)} {code.code.slice(3)}</p><p className="quiet small">It changes every minute; the one before is still taken. {plural((found?.attended.present ?? 0) + (found?.attended.late ?? 0), 'person is', 'people are')} marked as there.</p></>}
      <p><Button variant="default" onClick={() => setWanted(false)}>Hide the code</Button></p>
    </section>
  );
}
