import { Link } from '@tanstack/react-router';
import type { CohortOverviewQuery } from '../generated/graphql.js';
import { useState } from 'react';
import { useHasRole } from '../session/Session.js';
import { percent } from '../time/words.js';

type Question = NonNullable<CohortOverviewQuery['cohort']>['overview']['hardQuestions'][number];

/** So many are shown at first: those that nearly everybody gets wrong. */
const few = 4;

/** What many of the cohort get wrong: something to take up with them, or to look at in the question. */
export function HardQuestions({ questions }: { questions: readonly Question[] }) {
  const [all, setAll] = useState(false);
  const teaches = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  return (
    <section aria-labelledby="hard" className="stack">
      <h2 id="hard">Many get this wrong</h2>
      {questions.length === 0 ? <p className="quiet">No question is answered wrong by a third of those who answered it, or fewer than three have.</p> : (
        <ol className="hard-questions">
          {(all ? questions : questions.slice(0, few)).map(({ courseId, item, stem, unit, learners, wrong }) => (
            <li key={`${courseId}/${item}`}>
              <span className="share" aria-hidden="true">{percent(wrong / learners)}</span>
              <span>
                {teaches ? <Link to="/courses/$course/items/$item" params={{ course: courseId, item }} className="plain">{stem}</Link> : stem}
                <span className="small quiet below">{wrong} of {learners} learners{unit !== null && <>, {unit}</>}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {questions.length > few && !all && <p><button type="button" className="link" onClick={() => setAll(true)}>Show {questions.length - few} more</button></p>}
    </section>
  );
}
