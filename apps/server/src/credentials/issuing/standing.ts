import type { Checklist } from '@preceptor/tracking';
import type { Shown } from '../certificate-facts.js';
import type { IssueMode } from '../credentials.entity.js';

/** How somebody stands with the certificate of an enrolment. */
export type Standing = 'OFF' | 'NOT_EARNED' | 'READY' | 'WAITING' | 'ISSUED' | 'EXPIRED' | 'REVOKED';
export interface Known {
  mode: IssueMode;
  checklist: Checklist;
  licence: { required: boolean; known: boolean };
  attestation: { asked: boolean; given: boolean };
  postTest: { title: string; mark: number; best: number | null } | null;
  /** the newest certificate, if there is any */
  newest: Shown | null;
}

/** What is still to be done, in sentences for the learner; empty: it is earned. A rule that asks for nothing earns nothing. */
export function leftFor({ checklist, licence, attestation, postTest }: Known): string[] {
  const left = checklist.parts.filter(({ met }) => !met).map(({ label }) => label);
  if (checklist.parts.length === 0) left.push('The course asks for nothing that a certificate could say');
  // The parts are what a person is shown; the rule's own verdict is what counts.
  else if (!checklist.met && left.length === 0) left.push('Meet the cohort\'s conditions');
  if (postTest !== null && (postTest.best === null || postTest.best < postTest.mark - 1e-9)) left.push(`Reach ${percent(postTest.mark)} in “${postTest.title}”`);
  if (licence.required && !licence.known) left.push('Give your licence number');
  if (attestation.asked && !attestation.given) left.push('Sign the declaration');
  return left;
}

/** Where it stands. A certificate that was revoked is never issued anew by itself: a person has to. */
export function standingOf(known: Known): Standing {
  if (known.newest === 'VALID') return 'ISSUED';
  if (known.newest === 'EXPIRED' || known.newest === 'REVOKED') return known.newest;
  if (known.mode === 'OFF') return 'OFF';
  if (leftFor(known).length > 0) return 'NOT_EARNED';
  return known.mode === 'AT_ONCE' ? 'READY' : 'WAITING';
}

const percent = (share: number) => `${Math.floor(share * 100 + 1e-9)} %`;
