import { type CertificateFacts, licenceInWords, type Shown } from '../certificate-facts.js';

export interface Credit { facts: CertificateFacts; awardedOn: string; expiresOn: string | null; email: string; state: Shown; publicId: string }

export const creditHead = ['Name', 'E-mail', 'Licence', 'Course', 'Version', 'Hours', 'Awarded on', 'Status', 'Accrediting body', 'Provider number', 'Pre-test %', 'Post-test %', 'Declared on (UTC)', 'Certificate'];

/** Rounded down, as everywhere: 79.6 must not read as the 80 that were needed. */
const percent = (share: number | null) => (share === null ? null : Math.floor(share * 100 + 1e-9));

/** One line of the report to a board: pre-test and post-test each in a column of its own. */
export function creditLine({ facts, awardedOn, email, state, publicId }: Credit): (string | number | null)[] {
  return [
    facts.learner, email, facts.licence === null ? null : licenceInWords(facts.licence), facts.course, facts.version, facts.hours, awardedOn, state.toLowerCase(), facts.accreditation?.body ?? null, facts.accreditation?.providerNumber ?? null,
    percent(facts.tests.pre), percent(facts.tests.post), facts.attestation?.at ?? null, publicId,
  ];
}

/** Hours that count: those of certificates that were not revoked. */
export const hoursOf = (credits: readonly Credit[]): number => credits.reduce((sum, { facts, state }) => sum + (state === 'REVOKED' ? 0 : facts.hours ?? 0), 0);
