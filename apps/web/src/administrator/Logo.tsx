import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { sendFile } from '../frame/sendFile.js';
import { RemoveOrganisationLogoDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';

/** The logo: shown, set and taken away. */
export function Logo({ url, onChanged }: { url: string | null; onChanged: () => void }) {
  const [removing, remove] = useMutation(RemoveOrganisationLogoDocument);
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState<{ bad: boolean; sentence: string } | null>(null);
  async function send(file: File | null) {
    if (file === null) return;
    setSending(true);
    const answer = await sendFile({ file, to: '/organisation/logo', type: 'application/octet-stream', forbidden: 'Only administrators set the logo.', broken: 'The connection broke; the logo is as it was.' }, () => undefined, new AbortController().signal);
    setSending(false);
    setSaid('fault' in answer ? { bad: true, sentence: answer.fault } : { bad: false, sentence: 'This is the logo now.' });
    if ('id' in answer) onChanged();
  }
  async function takeAway() {
    const { error } = await remove({});
    setSaid(error === undefined ? { bad: false, sentence: 'The logo is taken away; the name stands in its place.' } : { bad: true, sentence: Object.values(fieldFaults(error)).join(' ') });
    if (error === undefined) onChanged();
  }
  return (
    <section aria-labelledby="logo" className="stack">
      <h2 id="logo">Logo</h2>
      <div className="row">
        {url === null ? <p className="quiet">There is none: the name stands alone.</p> : <img className="logo" src={url} alt="The logo as it is now" />}
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void send(file)}>{(props) => <Button variant="default" loading={sending} {...props}>{url === null ? 'Choose a logo' : 'Choose another'}</Button>}</FileButton>
        {url !== null && <Button variant="subtle" loading={removing.fetching} onClick={() => void takeAway()}>Take it away</Button>}
      </div>
      <p className="small quiet">PNG or JPEG, at most 200 kB. It stands beside the name at the top of each page, in mails and on certificates.</p>
      <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
    </section>
  );
}
