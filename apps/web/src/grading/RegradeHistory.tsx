import type { Item } from '@preceptor/assessment';
import { useState } from 'react';
import type { RegradeItemQuery } from '../generated/graphql.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { keyInWords, withKey } from './key-parts.js';
import { RegradeChanges } from './RegradeChanges.js';

type Done = RegradeItemQuery['regrades']['nodes'][number];

/** What was done about a question, newest first: who, why, old and new. */
export function RegradeHistory({ regrades, item }: { regrades: readonly Done[]; item: Item }) {
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">What was done before</h2>
      {regrades.length === 0 ? <p className="quiet">Nothing: the question counts as it was published{keyInWords(item).length > 0 ? `, with the key “${keyInWords(item).join('; ')}”` : ''}.</p> : (
        <ol className="lines">{regrades.map((regrade) => <li key={regrade.id}><Entry regrade={regrade} item={item} /></li>)}</ol>
      )}
    </section>
  );
}

function Entry({ regrade, item }: { regrade: Done; item: Item }) {
  const [shown, setShown] = useState(false);
  const { account, begunAt, reason, attempts, scoresChanged, passesLost, passesWon, state } = regrade;
  return (
    <div className="stack tight">
      <p><strong>{saidOf(regrade, item)}</strong> <span className="quiet">{account?.name ?? 'Somebody who is here no more'}, {begunAt !== null && <When at={begunAt} />}{state !== 'DONE' && ', under way'}</span></p>
      <p className="measure">“{reason}”</p>
      <p className="small quiet">{scoresChanged} of {plural(attempts, 'score')} changed, {passesLost} {passesLost === 1 ? 'pass' : 'passes'} lost, {passesWon} won.{' '}
        {scoresChanged > 0 && <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? 'Hide old and new' : 'Show old and new'}</button>}</p>
      {shown && <RegradeChanges id={regrade.id} />}
    </div>
  );
}

function saidOf({ change, key }: Done, item: Item): string {
  if (change === 'KEY') return `Another key: ${keyInWords(withKey(item, key)).join('; ')}.`;
  return change === 'DROP' ? 'Left out.' : change === 'FULL_MARKS' ? 'Full marks for everybody.' : 'Taken back: as it was published.';
}
