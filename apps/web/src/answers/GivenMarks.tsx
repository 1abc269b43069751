import type { AttemptAnswersQuery } from '../generated/graphql.js';

type Result = NonNullable<NonNullable<NonNullable<NonNullable<AttemptAnswersQuery['enrolment']>['attempt']>['result']>['items'][number]>;

/** What graders chose of each criterion, and what they wrote. */
export function GivenMarks({ marks }: { marks: NonNullable<Result['marks']> }) {
  return (
    <div className="given-marks">
      <dl>
        {marks.criteria.map(({ id, title, levels, points, most }) => (
          <div key={id}>
            <dt>{title} <span className="number quiet">{rounded(points)} of {rounded(most)}</span></dt>
            {levels.map((level) => <dd key={level}>{level}</dd>)}
          </div>
        ))}
      </dl>
      {marks.comments.map((comment, at) => <blockquote key={at}><p className="small quiet">The grader writes</p><p className="said">{comment}</p></blockquote>)}
    </div>
  );
}

const corrections: Record<string, string> = {
  key: 'Regraded: the right answer was corrected after you submitted, and yours was scored anew.',
  drop: 'Regraded: this question turned out to be faulty and does not count.',
  'full-marks': 'Regraded: this question turned out to be faulty, and everybody has full marks for it.',
};
/** What was done about a question since the attempt was submitted. */
export function Corrected({ correction }: { correction: string }) {
  return <p className="small sign quiet" data-sign="↻">{corrections[correction] ?? 'Regraded after it was submitted.'}</p>;
}

const rounded = (points: number): string => String(Math.round(points * 100) / 100);
