import type { AnswerToGradeFragment } from '../generated/graphql.js';

type Criterion = AnswerToGradeFragment['rubric'][number];
interface Props { rubric: readonly Criterion[]; levels: Readonly<Record<string, number>>; /** the criterion whose turn it is with digit keys */ at: number; choose: (criterion: number, level: number) => void; disabled: boolean }

/** A rubric as a grid: a row for each criterion, its levels side by side. */
export function Rubric({ rubric, levels, at, choose, disabled }: Props) {
  return (
    <div className="rubric">
      {rubric.map((criterion, row) => (
        <fieldset key={criterion.id} disabled={disabled} className={row === at && !disabled ? 'now' : ''} aria-current={row === at ? 'step' : undefined}>
          <legend>{criterion.title}{levels[criterion.id] !== undefined && <span className="quiet number"> {criterion.levels[levels[criterion.id] ?? 0]?.points} of {Math.max(...criterion.levels.map(({ points }) => points))}</span>}</legend>
          <div className="levels">
            {criterion.levels.map((level, place) => (
              <label key={place} className={levels[criterion.id] === place ? 'chosen' : ''}>
                <input type="radio" name={criterion.id} className="unseen" checked={levels[criterion.id] === place} onChange={() => choose(row, place)} />
                <span className="row between"><kbd aria-hidden="true">{place + 1}</kbd><span className="quiet number small">{level.points} {level.points === 1 ? 'point' : 'points'}</span></span>
                <span>{level.description}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
