import { dayIn } from '@preceptor/tracking';

export { dayIn };

/** What a certificate says, as it was when it was issued. Later changes of names, courses or the organisation leave it as it is. */
export interface CertificateFacts {
  learner: string;
  licence: { type: string; number: string; state: string } | null;
  course: string;
  courseVersionId: string;
  /** the course version's number, and its author's label */
  version: number;
  label: string;
  /** BCP 47 */
  language: string;
  cohort: string | null;
  /** null: none are stated */
  hours: number | null;
  /** the zone of `awardedOn` and `expiresOn` */
  zone: string;
  organisation: string;
  accreditation: { body: string; providerNumber: string; statement: string } | null;
  attestation: { statement: string; at: string } | null;
  /** for the board's report alone, never on the certificate: scaled 0..1 */
  tests: { pre: number | null; post: number | null };
}

export type Shown = 'VALID' | 'EXPIRED' | 'REVOKED' | 'REPLACED';

/** How a certificate stands today: one that is valid expires after its last day in its own zone. */
export function shownState({ state, expiresOn, facts }: { state: 'VALID' | 'REVOKED' | 'REPLACED'; expiresOn: string | null; facts: Pick<CertificateFacts, 'zone'> }, now: Date): Shown {
  return state === 'VALID' && expiresOn !== null && dayIn(facts.zone, now) > expiresOn ? 'EXPIRED' : state;
}

/** A day so many months later; the last of a shorter month where there is no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A day in words: 28 November 2026. */
export const dayInWords = (day: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
/** `4.5 hours`, `1 hour`. */
export const hoursInWords = (hours: number): string => `${new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
export const licenceInWords = ({ type, number, state }: { type: string; number: string; state: string }): string => [type, number, state].filter((part) => part !== '').join(' ');
