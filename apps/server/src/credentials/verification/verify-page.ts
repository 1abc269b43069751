import { hash } from 'node:crypto';
import { type CertificateFacts, dayInWords, hoursInWords, licenceInWords, type Shown } from '../certificate-facts.js';

export interface Verified { state: Shown; facts: CertificateFacts; awardedOn: string; expiresOn: string | null; endedOn: string | null; /** path of the certificate in its place */ replacement: string | null; badge: string }

const style = `:root{color-scheme:light dark;--ink:#1a2230;--paper:#fff;--quiet:#4d5868;--line:#d5dae1;--good:#0b6b3a;--bad:#a3211b;--warn:#7a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf2;--paper:#14181f;--quiet:#a9b3c1;--line:#333c49;--good:#6fd39c;--bad:#ff9a92;--warn:#f0bd6a}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}main{max-width:40rem;margin:0 auto;padding:2.5rem 1.25rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
.state{font-weight:650;font-size:1.125rem;margin:0 0 1.5rem}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}dl{margin:0}div.row{border-top:1px solid var(--line);padding:.7rem 0}dt{color:var(--quiet);font-size:.875rem}dd{margin:0;overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);margin-top:1rem;padding-top:1rem;color:var(--quiet);font-size:.875rem}a{color:inherit}`;

/** Headers of the page: nothing runs on it, nothing is fetched, nobody is told where its reader came from, no search engine keeps it. */
export const verifyHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'no-store',
};

const states: Record<Shown, { sign: string; tone: string; says: (of: Verified) => string }> = {
  VALID: { sign: '✓', tone: 'good', says: ({ expiresOn }) => (expiresOn === null ? 'This certificate is valid.' : `This certificate is valid until ${dayInWords(expiresOn)}.`) },
  EXPIRED: { sign: '○', tone: 'warn', says: ({ expiresOn }) => `This certificate expired on ${expiresOn === null ? 'its last day' : dayInWords(expiresOn)}.` },
  REVOKED: { sign: '✕', tone: 'bad', says: ({ endedOn }) => `This certificate was revoked${endedOn === null ? '' : ` on ${dayInWords(endedOn)}`}. It is not valid.` },
  REPLACED: { sign: '○', tone: 'warn', says: ({ endedOn }) => `This certificate was replaced${endedOn === null ? '' : ` on ${dayInWords(endedOn)}`}. It is not valid any more.` },
};

/** The public page of a certificate: what the certificate says and how it stands, and nothing else of the learner. */
export function verifyPage(found: Verified): string {
  const { facts, awardedOn, state } = found;
  const { sign, tone, says } = states[state];
  const row = (name: string, value: string | null): string => (value === null || value === '' ? '' : `<div class="row"><dt>${name}</dt><dd dir="auto">${escaped(value)}</dd></div>`);
  const replacement = found.replacement === null ? '' : `<p><a href="${escaped(found.replacement)}">The certificate that replaced it</a></p>`;
  return page(`Certificate: ${facts.course}`, `<h1>Certificate of ${escaped(facts.organisation)}</h1><p class="state ${tone}"><span aria-hidden="true">${sign}</span> ${escaped(says(found))}</p>${replacement}<dl>${[
    row('Name', facts.learner), row('Licence', facts.licence === null ? null : licenceInWords(facts.licence)), row('Course', facts.course), row('Version', String(facts.version)), row('Hours', facts.hours === null ? null : hoursInWords(facts.hours)),
    row('Awarded on', dayInWords(awardedOn)), row('Issued by', facts.organisation), row('Accredited by', facts.accreditation === null ? null : [facts.accreditation.body, facts.accreditation.providerNumber].filter((part) => part !== '').join(', ')), row('Accreditation', facts.accreditation?.statement ?? null),
  ].join('')}</dl><footer>Compare the name and the course with the certificate that you were shown. <a href="${escaped(found.badge)}" type="application/json">The same, signed, as an Open Badge</a></footer>`);
}

/** What is said of an address that no certificate has. */
export const noSuchCertificate = (): string => page('No such certificate', '<h1>There is no such certificate</h1><p class="state bad"><span aria-hidden="true">✕</span> Nothing was issued under this address.</p><p>Check that the address is whole. If it came from a certificate, ask whoever showed it to you.</p>');

const page = (title: string, body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
