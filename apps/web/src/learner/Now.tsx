import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Bar } from '../learning/Bar.js';
import { Conditions, conditionsLeft } from '../learning/Conditions.js';
import { readProgress } from '../learning/reading.js';
import { Day } from '../time/When.js';
import { daysUntil, percent, plural } from '../time/words.js';
import { DueParts } from './DueParts.js';
import { Opening } from './Opening.js';
import { actionWords, type Enrolment, waitWords } from './steps.js';

/** The one card: the next step of the nearest deadline. */
export function Now({ enrolment }: { enrolment: Enrolment }) {
  const progress = readProgress(enrolment.progress);
  const { next, dueOn, courseVersion, conditions } = enrolment;
  if (next === null) return null;
  const fraction = progress?.fraction ?? 0;
  const begun = progress !== null && progress.completion !== 'not-started';
  const left = conditionsLeft(conditions);
  return (
    <div className="first">
      <section className="now" aria-labelledby="now">
        {next.title !== courseVersion.title && <p className="of">{courseVersion.title}</p>}
        <h2 id="now">{next.kind === 'wait' ? waitWords(next) : next.title}</h2>
        {next.kind === 'wait' && <p className="small quiet">You have done all that is open.</p>}
        <Bar fraction={fraction} label="Done of this course" />
        <p className="row small quiet">
          <span>{percent(fraction)} done</span>
          {dueOn !== null && (
            <span className={daysUntil(dueOn) < 0 ? 'bad' : undefined}>{daysUntil(dueOn) < 0 ? 'Was due ' : 'Due '}<Day on={dueOn} /></span>
          )}
        </p>
        <DueParts deadlines={enrolment.deadlines} />
        {next.kind !== 'wait' && <Opening openings={enrolment.openings} />}
        <div className="row"><Button component="a" href={`/learn/${enrolment.id}/`} size="lg">{actionWords(next, begun)}</Button></div>
        {enrolment.cohort !== null && enrolment.cohort.discussionUrl !== null && <p className="small"><a href={enrolment.cohort.discussionUrl} target="_blank" rel="noreferrer">Discussion of {enrolment.cohort.name}</a></p>}
      </section>
      {conditions.length > 0 && (
        <section aria-labelledby="left" className="stack tight measure">
          <h2 id="left">{left === 0 ? 'All conditions of your certificate are met' : `Left for your certificate: ${plural(left, 'condition')} of ${conditions.length}`}</h2>
          <Conditions conditions={conditions} />
          <p className="small"><Link to="/home/$enrolment" params={{ enrolment: enrolment.id }}>My results in this course</Link></p>
        </section>
      )}
    </div>
  );
}
