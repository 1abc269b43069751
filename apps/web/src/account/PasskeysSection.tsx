import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { MyPasskeysDocument, type MyPasskeysQuery, RemovePasskeyDocument } from '../generated/graphql.js';
import { passkeysWork } from '../session/passkeysWork.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import { AddPasskey } from './AddPasskey.js';
import { RenamePasskey } from './RenamePasskey.js';
import { Said, type Outcome } from './Said.js';

type Passkey = NonNullable<MyPasskeysQuery['viewer']>['passkeys'][number];

/** Keys of one's devices that sign one in: added, named, removed. */
export function PasskeysSection() {
  const [result, again] = useQuery({ query: MyPasskeysDocument });
  const [doing, setDoing] = useState<{ what: 'rename' | 'remove'; passkey: Passkey } | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const done = (sentence: string | null) => {
    setDoing(null);
    setOutcome(sentence === null ? null : { bad: false, sentence });
    again({ requestPolicy: 'network-only' });
  };
  return (
    <Loaded result={result} value={result.data?.viewer} retry={() => again({ requestPolicy: 'network-only' })} what="list">
      {({ passkeys, hasPassword }) => (
        <>
          <p className="quiet">With a passkey you sign in by your finger, your face or your device’s PIN: nothing to remember, nothing that can be phished. No code of a second step is asked for.</p>
          {passkeys.length > 0 && (
            <ul className="lines" aria-label="Your passkeys">
              {passkeys.map((passkey) => (
                <li key={passkey.id} className="stack">
                  <div className="session">
                    <span><strong>{passkey.name}</strong>{passkey.backedUp && <span className="quiet"> (kept in several places)</span>}
                      <span className="small quiet below">added <When at={passkey.createdAt} />{passkey.usedAt === null ? ', not used yet' : <>, used last <When at={passkey.usedAt} /></>}</span></span>
                    <span className="row">
                      <button type="button" className="link" aria-label={`Rename ${passkey.name}`} onClick={() => setDoing({ what: 'rename', passkey })}>Rename</button>
                      <button type="button" className="link" aria-label={`Remove ${passkey.name}`} onClick={() => setDoing({ what: 'remove', passkey })}>Remove</button>
                    </span>
                  </div>
                  {doing?.passkey.id === passkey.id && (doing.what === 'rename' ? <RenamePasskey passkey={passkey} done={done} /> : <Removing passkey={passkey} done={done} />)}
                </li>
              ))}
            </ul>
          )}
          {passkeysWork() ? <AddPasskey hasPassword={hasPassword} others={passkeys.length} done={done} /> : <p className="quiet">This browser can’t make passkeys, or not at this address.</p>}
          <Said outcome={outcome} />
        </>
      )}
    </Loaded>
  );
}

function Removing({ passkey, done }: { passkey: Passkey; done: (sentence: string | null) => void }) {
  const [{ fetching }, remove] = useMutation(RemovePasskeyDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function confirm() {
    const { error } = await remove({ id: passkey.id });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    return done(`${passkey.name} signs nobody in any more. Delete it on your device too.`);
  }
  return (
    <div className="stack">
      <p>From then on {passkey.name} does not sign you in.</p>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      <div className="row"><Button className="danger" loading={fetching} onClick={() => void confirm()}>Remove the passkey</Button><Button variant="subtle" onClick={() => done(null)}>Keep it</Button></div>
    </div>
  );
}
