import { Link } from '@tanstack/react-router';
import type { FlaggedItemsQuery } from '../generated/graphql.js';
import { shortened } from '../instructor/shortened.js';
import { plural, unbroken } from '../time/words.js';
import { When } from '../time/When.js';
import { Reopen } from './DismissFlag.js';
import { Severity } from './Findings.js';
import './statistics.css';

export type Flagged = FlaggedItemsQuery['flaggedItems']['nodes'][number];

/** An item that needs a look, with the evidence; its page says what to do. */
export function FlagLine({ flagged: { item, stem, course, assessment, assessmentTitle, attempts, finding }, named = false }: { flagged: Flagged; named?: boolean }) {
  return (
    <li>
      {finding !== null && <Severity severity={finding.severity} />}
      <span>
        {course === null ? shortened(stem) : <Link to="/courses/$course/items/$item" params={{ course: course.id, item }} search={{ in: assessment }}>{shortened(stem)}</Link>}
        <span className="below">{unbroken(finding?.sentence ?? '')}</span>
        <span className="small quiet below">{named && course !== null && `${course.title}, `}{assessmentTitle}, {plural(attempts, 'attempt')}</span>
      </span>
    </li>
  );
}

/** One that somebody looked at and let be. */
export function LetBeLine({ flagged: { item, stem, course, assessment, dismissal }, mayAct, again }: { flagged: Flagged; mayAct: boolean; again: () => void }) {
  if (dismissal === null || course === null) return null;
  return (
    <li>
      <Link to="/courses/$course/items/$item" params={{ course: course.id, item }} search={{ in: assessment }} className="plain">{shortened(stem)}</Link>
      <span className="below">{dismissal.by?.name ?? 'Somebody'}, <When at={dismissal.at} />: {dismissal.reason} {mayAct && <Reopen course={course.id} item={item} of={shortened(stem)} done={again} />}</span>
    </li>
  );
}
