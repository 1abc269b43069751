import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { DiscardRosterDocument, OneRosterDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { RosterDecide } from './RosterDecide.js';
import { RosterMapping } from './RosterMapping.js';
import { RosterRows } from './RosterRows.js';
import { RosterRunning } from './RosterRunning.js';
import { type Counts, countsInWords, type Roster } from './words.js';

interface Props { id: string; cohorts: { id: string; name: string }[]; onChanged: () => void }

/** A roster that was read: its columns, what would come of it, then the decision; once it has come in, what came of it. */
export function OneRoster({ id, cohorts, onChanged }: Props) {
  const [result, again] = useQuery({ query: OneRosterDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const navigate = useNavigate({ from: '/rosters/import' });
  const [, discard] = useMutation(DiscardRosterDocument);
  const [mapping, setMapping] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const found = result.data?.rosterImport;
  const asks = found !== null && found !== undefined && found.state === 'READ' && (mapping || !found.mapped);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [found?.state, asks]);
  const retry = () => again({ requestPolicy: 'network-only' });
  const another = () => {
    if (found?.state === 'READ') void discard({ id });
    onChanged();
    void navigate({ search: ({ cohort }) => (cohort === undefined ? {} : { cohort }) });
  };
  return (
    <Loaded result={result} value={found} retry={retry} what="roster" need="coordinators">
      {(one) => (
        <div className="stack wide">
          <section className="stack" aria-labelledby="roster">
            <h2 id="roster" ref={heading} tabIndex={-1}>{asks ? 'Which column holds what?' : one.state === 'RUNNING' ? 'The roster is coming in' : one.state === 'DONE' ? 'The roster has come in' : saidOf(one.counts)}</h2>
            <p className="quiet">{one.name}{one.state === 'DONE' ? <>, <When at={one.doneAt ?? one.at} />.</> : one.state === 'READ' ? <>. Nothing has come in yet. <button type="button" className="link" onClick={another}>Choose another file</button></> : '.'}</p>
            {one.stopped !== null && one.state === 'READ' && <p role="alert" className="bad">{one.stopped}</p>}
            {asks && <RosterMapping one={one} cohorts={cohorts} onMapped={() => { setMapping(false); retry(); }} onCancel={one.mapped ? () => setMapping(false) : null} />}
            {!asks && one.state === 'READ' && <RosterDecide one={one} onMap={() => setMapping(true)} onRun={retry} />}
            {one.state === 'RUNNING' && <RosterRunning id={one.id} onEnd={() => { retry(); onChanged(); }} />}
            {one.state === 'DONE' && <Came one={one} onAnother={another} />}
          </section>
          {!asks && one.state !== 'RUNNING' && <RosterRows one={one} />}
        </div>
      )}
    </Loaded>
  );
}

function Came({ one: { counts, cohort, refusedUrl }, onAnother }: { one: Roster; onAnother: () => void }) {
  return (
    <>
      <p role="status" className="sign good" data-sign="✓" style={{ whiteSpace: 'normal' }}>{countsInWords(counts, true)}</p>
      <div className="row">
        {cohort !== null && <Button renderRoot={(props: object) => <Link {...props} to="/cohorts/$cohort" params={{ cohort: cohort.id }} />}>See {cohort.name}</Button>}
        {refusedUrl !== null && <Button variant="default" component="a" href={refusedUrl} download>Download the refused rows</Button>}
        <button type="button" className="link" onClick={onAnother}>Import another roster</button>
      </div>
      {refusedUrl !== null && <p className="small quiet">Mend them in the file, which says of each row what is wrong, and import it: what is in stays as it is.</p>}
    </>
  );
}

function saidOf({ all, refused }: Counts): string {
  const good = all - refused;
  if (good === 0) return 'None of these rows can come in as they are';
  return `${plural(good, 'row')} can come in${refused === 0 ? '' : `; ${refused.toLocaleString('en')} can’t`}`;
}
