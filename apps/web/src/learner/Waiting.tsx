import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { type LearnerHomeQuery, StopWaitingDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Day } from '../time/When.js';

type Place = NonNullable<LearnerHomeQuery['viewer']>['waitingPlaces'][number];

/** Where I wait for a place, and which I am in line. */
export function Waiting({ places, onLeft }: { places: readonly Place[]; onLeft: () => void }) {
  const [state, stop] = useMutation(StopWaitingDocument);
  const [asked, setAsked] = useState<Place | null>(null);
  async function leave({ id, cohort }: Place) {
    setAsked(null);
    const { error } = await stop({ waiting: id });
    if (error !== undefined) return;
    announce(`You no longer wait for a place in ${cohort.name}.`);
    onLeft();
  }
  return (
    <section aria-labelledby="waiting" className="stack">
      <h2 id="waiting">Waiting for a place</h2>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <ul className="lines courses">
        {places.map((place) => (
          <li key={place.id}>
            <div><span>{place.cohort.courseVersion.title}</span><p className="small quiet">{place.cohort.name}{place.cohort.startsOn !== null && <>, begins <Day on={place.cohort.startsOn} /></>}</p></div>
            <span>Number {place.position} in line</span>
            <button type="button" className="link" onClick={() => setAsked(place)}>Stop waiting</button>
          </li>
        ))}
      </ul>
      <Dialog opened={asked !== null} close={() => setAsked(null)} title={`Stop waiting for ${asked?.cohort.name ?? 'this cohort'}?`}>
        <div className="stack">
          <p>You lose your place in line. Whoever enrolled you can put you on the list again, at its end.</p>
          <div className="row"><Button onClick={() => { if (asked !== null) void leave(asked); }}>Stop waiting</Button><Button variant="subtle" onClick={() => setAsked(null)}>Keep my place in line</Button></div>
        </div>
      </Dialog>
    </section>
  );
}
