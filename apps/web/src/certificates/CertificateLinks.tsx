import { useState } from 'react';
import { Button } from '@mantine/core';
import { announce } from '../frame/announce.js';
import type { CertificateLineFragment } from '../generated/graphql.js';
import { Day } from '../time/When.js';
import { statuses } from './words.js';

/** What can be done with a certificate: take it along, show it to somebody, put it in a wallet. */
export function CertificateLinks({ certificate }: { certificate: CertificateLineFragment }) {
  const { status, awardedOn, expiresOn, hours, pdfPath, verifyPath, badgePath, reason, course } = certificate;
  const { word, sign, tone } = statuses[status];
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(new URL(verifyPath, location.href).href);
    setCopied(true);
    announce('The link is copied.');
  }
  return (
    <div className="stack tight">
      <p><span className={`sign ${tone}`} data-sign={sign}>{word}</span> <span className="quiet">awarded on <Day on={awardedOn} relative={false} />{expiresOn !== null && <>, until <Day on={expiresOn} relative={false} /></>}{hours !== null && `, ${hours} hours`}</span></p>
      {status === 'REVOKED' && reason !== null && <p className="small">{reason}</p>}
      <div className="row">
        <Button component="a" href={pdfPath} download variant={status === 'VALID' ? 'filled' : 'default'}>Download PDF<span className="unseen"> of the certificate of {course}</span></Button>
        <Button variant="default" onClick={() => void copy()}>{copied ? 'Link copied' : 'Copy the link to show it'}<span className="unseen">, certificate of {course}</span></Button>
        <a href={verifyPath}>Public page<span className="unseen"> of the certificate of {course}</span></a>
        <a href={badgePath} download="badge.json">Open Badge<span className="unseen"> of {course}</span></a>
      </div>
    </div>
  );
}
