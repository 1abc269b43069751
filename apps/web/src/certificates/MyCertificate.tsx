import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { ClaimCertificateDocument, MyCertificateDocument, SignAttestationDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Partly } from '../states/states.js';
import { When } from '../time/When.js';
import { CertificateLinks } from './CertificateLinks.js';
import './certificates.css';

/** A learner's certificate in one course: what is left, the declaration to sign, and then the certificate itself. Nothing where none are issued. */
export function MyCertificate({ enrolment: id }: { enrolment: string }) {
  const [{ data, error }, again] = useQuery({ query: MyCertificateDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [claiming, claim] = useMutation(ClaimCertificateDocument);
  const retry = () => again({ requestPolicy: 'network-only' });
  const found = data?.enrolment ?? null;
  if (found === null) return error === undefined ? null : <Partly message={`Your certificate could not be loaded. ${faultOf(error).message}`} retry={retry} />;
  const { certification: { standing, left, attestation }, certificate } = found;
  if (standing === 'OFF' && certificate === null) return null;
  async function take() {
    if ((await claim({ enrolment: id })).error !== undefined) return;
    announce('Your certificate is issued.');
    retry();
  }
  const signing = certificate === null && attestation !== null && attestation.signedAt === null;
  return (
    <section aria-labelledby="my-certificate" className="my-certificate">
      <h2 id="my-certificate">Certificate</h2>
      {certificate !== null && <CertificateLinks certificate={certificate} />}
      {signing && <Declaration enrolment={id} statement={attestation.statement} onSigned={retry} />}
      {certificate === null && attestation !== null && attestation.signedAt !== null && <p className="small quiet">You signed the declaration <When at={attestation.signedAt} />.</p>}
      {standing === 'NOT_EARNED' && <p className="quiet">Still to do: {left.join('; ')}.</p>}
      {standing === 'WAITING' && <p>Everything is done. A coordinator approves your certificate; you find it here then.</p>}
      {standing === 'READY' && <div className="row"><Button loading={claiming.fetching} onClick={() => void take()}>Get my certificate</Button></div>}
      {claiming.error !== undefined && <p role="alert" className="bad">{faultOf(claiming.error).message}</p>}
    </section>
  );
}

function Declaration({ enrolment, statement, onSigned }: { enrolment: string; statement: string; onSigned: () => void }) {
  const [agreed, setAgreed] = useState(false);
  const [{ fetching, error }, sign] = useMutation(SignAttestationDocument);
  async function submit() {
    if ((await sign({ enrolment, statement })).error !== undefined) return;
    announce('Signed.');
    onSigned();
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <p>Before your certificate opens, declare:</p>
      <blockquote>{statement}</blockquote>
      <Checkbox label="I declare this" checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
      {error !== undefined && <p role="alert" className="bad small">{faultOf(error).message}</p>}
      <div className="row"><Button type="submit" disabled={!agreed} loading={fetching}>Sign the declaration</Button></div>
    </form>
  );
}
