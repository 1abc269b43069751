import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { CohortWithoutWayInDocument, InviteLearnersDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { plural } from '../time/words.js';

/** Learners who were enrolled by others and have never been here: one button invites them all. */
export function InviteLearners({ cohort }: { cohort: string }) {
  const [{ data }, again] = useQuery({ query: CohortWithoutWayInDocument, variables: { cohort } });
  const [{ fetching }, invite] = useMutation(InviteLearnersDocument);
  const [said, setSaid] = useState<{ bad: boolean; sentence: string } | null>(null);
  const left = data?.cohort?.withoutWayIn ?? 0;
  async function go() {
    const { data: done, error } = await invite({ cohort });
    const invited = done?.inviteLearners ?? 0;
    setSaid(error !== undefined ? { bad: true, sentence: Object.values(fieldFaults(error)).join(' ') } : { bad: false, sentence: invited === 0 ? 'Everybody was invited already: an open invitation waits for each.' : `${plural(invited, 'invitation is', 'invitations are')} on the way.` });
    again({ requestPolicy: 'network-only' });
  }
  if (left === 0 && said === null) return null;
  return (
    <section aria-labelledby="never-in" className="stack" style={{ maxWidth: '38rem' }}>
      <h2 id="never-in">Never signed in <span className="quiet number">{left}</span></h2>
      <p className="quiet">{plural(left, 'learner was', 'learners were')} enrolled by others and {left === 1 ? 'has' : 'have'} not been here yet. An invitation by mail leads to a password of one’s own; who has an open one gets no second.</p>
      {left > 0 && <div className="row"><Button variant="default" loading={fetching} onClick={() => void go()}>Invite those who have never signed in</Button></div>}
      <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
    </section>
  );
}
