import { Link } from '@tanstack/react-router';
import { Bar } from '../learning/Bar.js';
import { conditionsLeft } from '../learning/Conditions.js';
import { readProgress } from '../learning/reading.js';
import { Day, When } from '../time/When.js';
import { percent, plural } from '../time/words.js';
import { actionWords, type Enrolment } from './steps.js';

export function OtherCourses({ enrolments }: { enrolments: readonly Enrolment[] }) {
  return (
    <section aria-labelledby="others" className="stack">
      <h2 id="others">Other courses</h2>
      <ul className="lines courses">
        {enrolments.map((enrolment) => {
          const progress = readProgress(enrolment.progress);
          return (
            <li key={enrolment.id}>
              <div>
                <Link to="/home/$enrolment" params={{ enrolment: enrolment.id }} className="plain">{enrolment.courseVersion.title}</Link>
                {enrolment.dueOn !== null && <p className="small quiet">Due <Day on={enrolment.dueOn} /></p>}
              </div>
              <Bar fraction={progress?.fraction ?? 0} label="Done of this course" />
              {enrolment.next !== null && (
                <a href={`/learn/${enrolment.id}/`}>{actionWords(enrolment.next, progress !== null && progress.completion !== 'not-started')}</a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function FinishedCourses({ enrolments }: { enrolments: readonly Enrolment[] }) {
  return (
    <section aria-labelledby="finished" className="stack">
      <h2 id="finished">Finished</h2>
      <ul className="lines courses">
        {enrolments.map((enrolment) => {
          const progress = readProgress(enrolment.progress);
          const left = conditionsLeft(enrolment.conditions);
          return (
            <li key={enrolment.id}>
              <div>
                <Link to="/home/$enrolment" params={{ enrolment: enrolment.id }} className="plain">{enrolment.courseVersion.title}</Link>
                <p className="small quiet">
                  {progress?.success === 'failed' ? 'Not passed' : progress?.success === 'passed' ? `Passed with ${percent(progress.score ?? 0)}` : 'Completed'}
                  {progress !== null && progress.lastAt !== null && <>, last opened <When at={progress.lastAt} /></>}
                </p>
              </div>
              {left === 0 ? <span className="sign good" data-sign="✓">All conditions met</span> : <span className="sign warn" data-sign="○">{plural(left, 'condition')} left</span>}
              <a href={`/learn/${enrolment.id}/`}>Read again</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
