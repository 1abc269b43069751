import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useState } from 'react';
import { useMutation } from 'urql';
import { RunRosterDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';
import { countsInWords, type Roster } from './words.js';

/** What would come of it, whether all rows must, and the one button. */
export function RosterDecide({ one, onMap, onRun }: { one: Roster; onMap: () => void; onRun: () => void }) {
  const [whole, setWhole] = useState(false);
  const [state, run] = useMutation(RunRosterDocument);
  const { counts: { all, refused }, cohort, refusedUrl } = one;
  const start = async () => {
    const { error } = await run({ id: one.id, whole });
    if (error === undefined) onRun();
  };
  return (
    <div className="stack decide">
      {state.error !== undefined && <p role="alert" className="bad">Nothing came in. {faultOf(state.error).message}</p>}
      <p>{countsInWords(one.counts, false)} {cohort === null ? 'Rows that name no cohort get an account and no place.' : <>They join <strong>{cohort.name}</strong>, unless a row names another cohort.</>}</p>
      {refused > 0 && all > refused && <Checkbox label="All or nothing" description="Let nothing in while a row is refused." checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />}
      <div className="row">
        {all > refused && <Button loading={state.fetching} onClick={() => void start()}>Import {plural(all - refused, 'row')}</Button>}
        <Button variant="default" onClick={onMap}>Columns and cohort</Button>
        {refusedUrl !== null && <a className="small" href={refusedUrl} download>Download the refused rows</a>}
      </div>
    </div>
  );
}
