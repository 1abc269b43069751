import { fullDay } from '../time/words.js';
import type { Enrolment } from './steps.js';

/** What opens next in a course, and when; nothing where all is open. `except`: what is said already. */
export function Opening({ openings, except }: { openings: Enrolment['openings']; except: string | null }) {
  const next = openings.find(({ open, title }) => !open && title !== except);
  if (next === undefined) return null;
  const when = next.opensOn !== null ? ` opens on ${fullDay(next.opensOn)}` : next.after !== null ? ` opens once you have completed ${next.after}` : ' opens once you have completed the course before';
  return <p className="small quiet">{next.title}{when}</p>;
}
