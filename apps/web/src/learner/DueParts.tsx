import { DayOffSign } from '../days-off/DayOffSign.js';
import { Day } from '../time/When.js';
import type { Enrolment } from './steps.js';

const most = 3;

/** What of a course is due next, besides the whole of it. */
export function DueParts({ deadlines }: { deadlines: Enrolment['deadlines'] }) {
  const open = deadlines.filter(({ part, done }) => part !== '' && !done).slice(0, most);
  if (open.length === 0) return null;
  return (
    <ul className="small due" aria-label="Due next">
      {open.map(({ part, title, dueOn, usualDueOn, late }) => <li key={part} className={late ? 'bad' : 'quiet'}>{title}: {late ? 'was due' : 'due'} <Day on={dueOn} />{usualDueOn !== null && ', extended for you'} <DayOffSign day={dueOn} /></li>)}
    </ul>
  );
}
