import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { InvitationsDocument, ResendInvitationDocument, RevokeInvitationDocument, type InvitationsQuery } from '../generated/graphql.js';
import { roleNames } from '../session/roles.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Bones } from '../states/states.js';
import { When } from '../time/When.js';

type Invited = InvitationsQuery['invitations']['nodes'][number];
const states: Record<Invited['state'], { word: string; sign: string; look: string }> = {
  OPEN: { word: 'waiting', sign: '…', look: 'quiet' }, ACCEPTED: { word: 'accepted', sign: '✓', look: 'good' }, EXPIRED: { word: 'too old', sign: '!', look: 'warn' }, REVOKED: { word: 'taken back', sign: '×', look: 'quiet' },
};

/** Whom the organisation has invited by mail, and what became of it. */
export function Invitations({ turn }: { /** counts up when somebody was invited */ turn: number }) {
  const [after, setAfter] = useState<string | null>(null);
  const [result, again] = useQuery({ query: InvitationsDocument, variables: { after } });
  const retry = () => again({ requestPolicy: 'network-only' });
  const turned = useRef(turn);
  useEffect(() => {
    if (turned.current !== turn) again({ requestPolicy: 'network-only' });
    turned.current = turn;
  }, [turn, again]);
  const [, resend] = useMutation(ResendInvitationDocument);
  const [, revoke] = useMutation(RevokeInvitationDocument);
  const [said, setSaid] = useState<{ bad: boolean; sentence: string } | null>(null);
  async function act(which: typeof resend | typeof revoke, { id }: Invited, sentence: string) {
    const { error } = await which({ id });
    setSaid(error === undefined ? { bad: false, sentence } : { bad: true, sentence: Object.values(fieldFaults(error)).join(' ') });
    retry();
  }
  return (
    <div className="stack">
      <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
      <Loaded result={result} value={result.data?.invitations} retry={retry} what="list" need="administrators" skeleton={<Bones lines={2} label="Loading the invitations" />}>
        {({ nodes, pageInfo }) => nodes.length === 0 && after === null ? <p className="quiet">Nobody was invited by mail yet.</p> : (
          <>
            <ul className="lines" aria-label="Invitations">
              {nodes.map((each) => (
                <li key={each.id} className="key">
                  <span><strong>{each.name}</strong> <span className={`sign small ${states[each.state].look}`} data-sign={states[each.state].sign}>{states[each.state].word}</span>
                    <span className="small quiet below">{each.email}; {each.roles.map((role) => roleNames[role]).join(', ')}; sent <When at={each.sentAt} />{each.invitedBy !== null && ` by ${each.invitedBy.name}`}</span></span>
                  {each.state !== 'ACCEPTED' && (
                    <span className="row">
                      <button type="button" className="link" aria-label={`Send the invitation of ${each.name} again`} onClick={() => void act(resend, each, `${each.name} gets another mail; the older link works no more.`)}>Send again</button>
                      {each.state === 'OPEN' && <button type="button" className="link" aria-label={`Take back the invitation of ${each.name}`} onClick={() => void act(revoke, each, `The invitation of ${each.name} is taken back. “Send again” opens it anew.`)}>Take back</button>}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {(after !== null || pageInfo.hasNextPage) && (
              <nav aria-label="Pages of invitations" className="pager">
                {after === null ? <span /> : <button type="button" className="link" onClick={() => setAfter(null)}>First page</button>}
                {pageInfo.hasNextPage && <button type="button" className="link" onClick={() => setAfter(pageInfo.endCursor)}>Next 20 invitations</button>}
              </nav>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
