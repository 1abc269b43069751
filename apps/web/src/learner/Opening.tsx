import { fullDay } from '../time/words.js';
import type { Enrolment } from './steps.js';

/** What opens next in a course, and when; nothing where all is open. Not for who waits already: the heading says for what. */
export function Opening({ openings }: { openings: Enrolment['openings'] }) {
  const next = openings.find(({ open }) => !open);
  if (next === undefined) return null;
  const when = next.opensOn !== null ? ` opens on ${fullDay(next.opensOn)}` : next.after !== null ? ` opens once you have completed ${next.after}` : ' opens once you have completed the course before';
  return <p className="small quiet">{next.title}{when}</p>;
}
