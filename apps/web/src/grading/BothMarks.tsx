import type { AnswerToGradeFragment } from '../generated/graphql.js';
import { readLevels, rounded } from './points.js';

/** What both graders chose, side by side, for whoever decides. */
export function BothMarks({ answer: { marks, rubric } }: { answer: AnswerToGradeFragment }) {
  const both = marks.filter(({ turn }) => turn !== 'MODERATION');
  if (both.length === 0) return null;
  return (
    <div className="sheet scrolls" tabIndex={0} role="group" aria-label="What both graders chose">
      <table className="grid both">
        <thead><tr><th scope="col">Criterion</th>{both.map((mark) => <th key={mark.id} scope="col">{mark.grader?.name ?? 'A grader'}</th>)}</tr></thead>
        <tbody>
          {rubric.map((criterion) => (
            <tr key={criterion.id}>
              <th scope="row">{criterion.title}</th>
              {both.map((mark) => { const chosen = criterion.levels[readLevels(mark.levels)[criterion.id] ?? -1]; return <td key={mark.id}>{chosen === undefined ? '' : <><span className="number">{chosen.points}</span> <span className="small quiet below">{chosen.description}</span></>}</td>; })}
            </tr>
          ))}
          <tr><th scope="row">Points</th>{both.map((mark) => <td key={mark.id}><strong className="number">{rounded(mark.raw)} of {mark.max}</strong></td>)}</tr>
          {both.some(({ comment }) => comment !== '') && <tr><th scope="row">Comment</th>{both.map((mark) => <td key={mark.id} className="said">{mark.comment}</td>)}</tr>}
        </tbody>
      </table>
    </div>
  );
}
