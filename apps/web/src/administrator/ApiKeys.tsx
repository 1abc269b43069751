import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { ApiKeysDocument, RevokeApiKeyDocument, type ApiKeysQuery } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Bones } from '../states/states.js';
import { When } from '../time/When.js';

type Key = ApiKeysQuery['apiKeys']['nodes'][number];

/** The keys that programs hold, each with a way to end it. */
export function ApiKeys({ turn }: { /** counts up when a key was made */ turn: number }) {
  const [after, setAfter] = useState<string | null>(null);
  const [result, again] = useQuery({ query: ApiKeysDocument, variables: { after } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const turned = useRef(turn);
  useEffect(() => {
    if (turned.current !== turn) again({ requestPolicy: 'network-only' });
    turned.current = turn;
  }, [turn, again]);
  const [ending, setEnding] = useState<Key | null>(null);
  const [revoked, setRevoked] = useState<string | null>(null);
  return (
    <div className="stack">
      <p role="status" className={revoked === null ? 'unseen' : 'sign good'} data-sign="✓">{revoked === null ? '' : `“${revoked}” is revoked. Whatever uses it is refused now.`}</p>
      <Loaded result={result} value={result.data?.apiKeys} retry={retry} what="list" need="administrators" skeleton={<Bones lines={2} label="Loading the keys" />}>
        {({ nodes, pageInfo }) => nodes.length === 0 && after === null ? <p className="quiet">There is no key yet.</p> : (
          <>
            <ul className="lines" aria-label="Keys that can be used">
              {nodes.map((key) => (
                <li key={key.id} className="key">
                  <span><strong>{key.name}</strong><span className="small quiet below">{key.scopes.join(', ')}; made <When at={key.createdAt} /> by {key.account.name}</span></span>
                  <button type="button" className="link" aria-label={`Revoke ${key.name}`} onClick={() => { setEnding(key); setRevoked(null); }}>Revoke</button>
                </li>
              ))}
            </ul>
            {(after !== null || pageInfo.hasNextPage) && (
              <nav aria-label="Pages of keys" className="pager">
                {after === null ? <span /> : <button type="button" className="link" onClick={() => setAfter(null)}>First page</button>}
                {pageInfo.hasNextPage && <button type="button" className="link" onClick={() => setAfter(pageInfo.endCursor)}>Next 50 keys</button>}
              </nav>
            )}
          </>
        )}
      </Loaded>
      <Revoke apiKey={ending} close={() => setEnding(null)} onRevoked={(name) => { setEnding(null); setRevoked(name); retry(); }} />
    </div>
  );
}

function Revoke({ apiKey, close, onRevoked }: { apiKey: Key | null; close: () => void; onRevoked: (name: string) => void }) {
  const [state, revoke] = useMutation(RevokeApiKeyDocument);
  const [fault, setFault] = useState<string | null>(null);
  const leave = () => { setFault(null); close(); };
  async function end({ id, name }: Key) {
    const { error } = await revoke({ id });
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (error === undefined) onRevoked(name);
  }
  return (
    <Dialog opened={apiKey !== null} close={leave} title={`Revoke “${apiKey?.name ?? ''}”?`}>
      {apiKey !== null && (
        <div className="stack">
          <p>The program that uses this key is refused from the next request on. This cannot be undone: it would need a new key.</p>
          {fault !== null && <p role="alert" className="bad">{fault}</p>}
          <div className="row"><Button className="danger" loading={state.fetching} onClick={() => void end(apiKey)}>Revoke the key</Button><Button variant="subtle" onClick={leave} data-autofocus>Keep it</Button></div>
        </div>
      )}
    </Dialog>
  );
}
