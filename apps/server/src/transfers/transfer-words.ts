import { dayInWords } from '../credentials/certificate-facts.js';
import type { TransferEffect } from '../learning/transferring.service.js';
import type { CarriedMark } from '../live-sessions/attendance.service.js';
import type { TransferKind } from './transfers.types.js';

export interface Known { kind: `${TransferKind}`; from: string; to: string; effect: TransferEffect; carried: readonly CarriedMark[]; extended: boolean; certified: boolean; dueOn: string | null }

/** What stays of a learner's work, in sentences. */
export function keepsInWords({ kind, effect: { openAttempts, from, to }, certified, from: cohort }: Known): string[] {
  return [
    'Lessons, reflections, checks, attempts, answers, scores and time spent',
    'Accommodations, and marks that were put in the place of assessments in the gradebook',
    ...(openAttempts > 0 && from.id === to.id ? ['The attempt that is under way: it goes on'] : []),
    ...(kind === 'COPY' ? [`The place in ${cohort}, with all that it says`] : []),
    ...(certified ? ['The certificate, as it was issued: the same work is certified once'] : []),
  ];
}

/** What is other for her afterwards, in sentences. */
export function changesInWords({ kind, from, to, effect, carried, extended, dueOn }: Known): string[] {
  const lost = carried.filter((one) => one.to === null).length;
  return [
    `Sessions, completion, release, evaluation forms and certificates go by ${to}${kind === 'COPY' ? ' there' : ''}`,
    dueOn === null ? 'The course is due by no day there' : `The course is due by ${dayInWords(dueOn)} there`,
    ...(extended ? [`More time that was given in ${from} does not hold there; give it again where it is needed`] : []),
    ...(lost > 0 ? [`Attendance at ${lost === 1 ? '1 session' : `${lost} sessions`} stays recorded in ${from}, and counts for none there`] : []),
    ...(effect.openAttempts > 0 && effect.from.id !== effect.to.id ? ['The attempt that is under way is submitted as it stands: it can\'t go on in another version'] : []),
    ...(kind === 'MOVE' ? [`The place in ${from} is free for whoever waits`] : []),
  ];
}
