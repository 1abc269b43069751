import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';

type Answer = { outcome: 'bounced' | 'delayed' | 'nothing'; mails: { toAddress: string }[] };

/** Takes a mail server's report from somebody's own mailbox: what it says is noted at the mail that it is about. */
export function ReadBounce({ noted }: { noted: () => void }) {
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState<{ bad: boolean; sentence: string } | null>(null);
  async function send(file: File | null): Promise<void> {
    if (file === null) return;
    setSending(true);
    const sentence = await report(file);
    setSending(false);
    setSaid(sentence);
    if (!sentence.bad) noted();
  }
  return (
    <details>
      <summary>A mail came back to your mailbox</summary>
      <div className="stack tight">
        <p className="quiet">A mail server that cannot deliver says so in a mail to the sender. Save that mail as a file (.eml) and give it here: it is noted at the mail and at the person. <a href="https://www.rfc-editor.org/rfc/rfc3464" rel="noreferrer">What such a mail is</a></p>
        <div className="row"><FileButton accept=".eml,message/rfc822" onChange={(file) => void send(file)}>{(props) => <Button variant="default" size="xs" loading={sending} {...props}>Choose the file</Button>}</FileButton></div>
        <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
      </div>
    </details>
  );
}

async function report(file: File): Promise<{ bad: boolean; sentence: string }> {
  const response = await fetch('/mails/bounces', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'message/rfc822' }, body: file }).catch(() => null);
  if (response === null) return { bad: true, sentence: 'The connection broke; nothing was noted.' };
  const answer = await response.json().catch(() => null) as (Answer & { message?: string }) | null;
  if (!response.ok || answer === null) return { bad: true, sentence: answer?.message ?? 'This could not be read.' };
  const whose = answer.mails.map(({ toAddress }) => toAddress).join(', ');
  if (answer.outcome === 'nothing') return { bad: true, sentence: 'It is about no mail that was sent from here, or it was noted already.' };
  return { bad: false, sentence: answer.outcome === 'bounced' ? `Noted: the mail to ${whose} did not arrive.` : `Noted: the mail to ${whose} is delayed.` };
}
