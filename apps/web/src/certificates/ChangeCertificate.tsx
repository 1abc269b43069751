import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ReissueCertificateDocument, RenewCertificateDocument, RevokeCertificateDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

export interface Change { kind: 'revoke' | 'reissue' | 'renew'; certificate: string; title: string }

const kinds = {
  revoke: { about: 'Its public page and its badge say from now on that it was revoked. This can’t be undone; you can issue another.', why: 'Why', hint: 'Staff and the learner see it. The public page does not say it.', action: 'Revoke it', done: 'The certificate is revoked.' },
  reissue: { about: 'A new certificate bears the learner’s name and licence as they are now, with the same dates. The old one says that it was replaced. Change the name first, where people are managed.', why: 'What was corrected', hint: 'Kept with the old certificate.', action: 'Issue the corrected certificate', done: 'The corrected certificate is issued.' },
  renew: { about: 'A new certificate is issued from today on. The old one says that it was replaced.', why: 'On what ground', hint: 'For instance a refresher. Kept with the old certificate.', action: 'Renew it', done: 'The certificate is renewed.' },
} as const;

/** Ends or replaces a certificate, after saying what that does and asking why. */
export function ChangeCertificate({ change: { kind, certificate }, close, done }: { change: Change; close: () => void; done: (sentence: string) => void }) {
  const [reason, setReason] = useState('');
  const mutations = { revoke: useMutation(RevokeCertificateDocument), reissue: useMutation(ReissueCertificateDocument), renew: useMutation(RenewCertificateDocument) };
  const [{ fetching, error }, run] = mutations[kind];
  const words = kinds[kind];
  async function submit() {
    const answered = await run({ certificate, reason });
    if (answered.error === undefined) done(words.done);
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <p>{words.about}</p>
      <Textarea label={words.why} description={words.hint} autosize minRows={2} maxLength={1000} required withAsterisk={false} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
      {error !== undefined && <p role="alert" className="bad small">{faultOf(error).message}</p>}
      <div className="row"><Button type="submit" loading={fetching} className={kind === 'revoke' ? 'danger' : ''}>{words.action}</Button><Button variant="subtle" onClick={close}>Leave it as it is</Button></div>
    </form>
  );
}
