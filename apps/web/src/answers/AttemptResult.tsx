import { useState } from 'react';
import type { AttemptOutcomeFragment } from '../generated/graphql.js';
import type { CourseIndex } from '../learning/reading.js';
import { When } from '../time/When.js';
import { percent, plural } from '../time/words.js';
import { Answers } from './Answers.js';
import './answers.css';

interface Props {
  enrolment: string;
  attempt: AttemptOutcomeFragment;
  course: CourseIndex;
  /** the learner reads her own: lessons to read again are links into the course */
  own: boolean;
  /** the newest at its assessment: says how many attempts are left */
  latest: boolean;
}

/** One attempt: the score against the mark, by unit, what to read again, and the answers behind one button. */
export function AttemptResult({ enrolment, attempt, course, own, latest }: Props) {
  const [shown, setShown] = useState(false);
  const assessment = course.assessment.get(attempt.assessment);
  const title = assessment?.title ?? attempt.assessment;
  const { result } = attempt;
  return (
    <li className="attempt">
      <div className="row between">
        <h3>{title}, attempt {attempt.number}</h3>
        <Verdict attempt={attempt} />
      </div>
      <p className="small quiet">
        {attempt.submittedAt === null ? <>Begun <When at={attempt.startedAt} />, not yet submitted</> : <>Submitted <When at={attempt.submittedAt} /></>}
        {latest && result !== null && result.attemptsLeft !== null && `, ${plural(result.attemptsLeft, 'attempt')} left`}
      </p>
      {result !== null && (
        <>
          {result.pending && <p><span className="sign quiet" data-sign="…">{result.waiting === 1 ? 'One answer waits' : `${result.waiting} answers wait`} for a grader.</span> The score is not final before that.</p>}
          <Regraded items={result.items} />
          <ScoreAgainstMark scaled={result.scaled} passMark={assessment?.passMark ?? null} />
          {result.objectives.length > 1 && (
            <ul className="by-unit" aria-label="Score by unit">
              {result.objectives.map((objective) => (
                <li key={objective.unit}>
                  <span>{objective.title}</span>
                  <span className="bar" aria-hidden="true"><span style={{ width: `${objective.max > 0 ? (objective.raw / objective.max) * 100 : 0}%` }} /></span>
                  <span className="number">{round(objective.raw)} of {round(objective.max)}</span>
                </li>
              ))}
            </ul>
          )}
          {result.lessonsToReadAgain.length > 0 && (
            <p>{own ? 'Read again: ' : 'To read again: '}
              {result.lessonsToReadAgain.map((id, index) => (
                <span key={id}>{index > 0 && ', '}{own ? <a href={`/learn/${enrolment}/#/lesson/${id}`}>{course.lesson.get(id)?.title ?? id}</a> : course.lesson.get(id)?.title ?? id}</span>
              ))}
            </p>
          )}
          <p><button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? 'Hide the answers' : 'Show the answers'}</button></p>
          {shown && <Answers enrolment={enrolment} attempt={attempt.id} />}
        </>
      )}
    </li>
  );
}

function Verdict({ attempt: { result } }: { attempt: AttemptOutcomeFragment }) {
  if (result === null) return <span className="sign quiet" data-sign="○">Open</span>;
  const score = percent(result.scaled);
  if (result.passed === true) return <strong className="sign good" data-sign="✓">Passed with {score}</strong>;
  if (result.passed === false) return <strong className="sign bad" data-sign="✕">Not passed: {score}</strong>;
  return <strong className="number">{score}</strong>;
}

/** Says that questions were mended after the attempt was submitted. */
function Regraded({ items }: { items: readonly { correction: string | null }[] }) {
  const mended = items.filter(({ correction }) => correction !== null).length;
  if (mended === 0) return null;
  return <p><span className="sign quiet" data-sign="↻">Regraded:</span> {mended === 1 ? 'one question was' : `${mended} questions were`} mended after this was submitted, and the score was computed anew. The answers say which.</p>;
}

function ScoreAgainstMark({ scaled, passMark }: { scaled: number; passMark: number | null }) {
  const label = passMark === null ? `Score ${percent(scaled)}` : `Score ${percent(scaled)}; ${percent(passMark)} is needed to pass`;
  return (
    <div className="against" role="img" aria-label={label}>
      <span className="bar"><span style={{ width: `${scaled * 100}%` }} /></span>
      {passMark !== null && <span className="mark" style={{ left: `${passMark * 100}%` }}><small>{percent(passMark)}</small></span>}
    </div>
  );
}

function round(points: number): string {
  return String(Math.round(points * 100) / 100);
}
