import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { CurveChart } from './charts/index.js';
import { inFigures } from './figures.js';
import type { AnalysedItem } from './optionsByAbility.js';

/** The characteristic curve, drawn and as a table; without one, what each group of learners earned. */
export function CurveFigure({ analysis: { curve, seenCurve, measures } }: { analysis: AnalysedItem }) {
  if (curve.length === 0) return <p className="quiet">The curve of the two-parameter model is drawn from 200 attempts on. {measures.find(({ code }) => code === 'difficulty')?.sentence}</p>;
  const at = (ability: number): string => inFigures(curve.reduce((best, point) => (Math.abs(point.ability - ability) < Math.abs(best.ability - ability) ? point : best)).probability, 'share');
  const listed = curve.filter(({ ability }) => Number.isInteger(ability));
  return (
    <figure className="stack tight">
      <Suspense fallback={<Skeleton height={260} />}>
        <CurveChart curve={curve} seen={seenCurve} says={`The chance of a right answer rises from ${at(-2)} for learners two standard deviations below the average over ${at(0)} for average ones to ${at(2)} for those two above.`} />
      </Suspense>
      <figcaption className="small quiet">Chance of a right answer by ability, in standard deviations from the average learner, with its 95 % band. Circles: what the weakest to the strongest fifth of the learners earned; where they lie off the curve, the model does not fit.</figcaption>
      <details>
        <summary className="small">As a table</summary>
        <table className="grid narrow">
          <caption className="unseen">Chance of a right answer by ability</caption>
          <thead><tr><th scope="col">Ability</th><th scope="col" className="figure">Chance</th><th scope="col" className="figure">95 % band</th></tr></thead>
          <tbody>{listed.map(({ ability, probability, low, high }) => <tr key={ability}><th scope="row">{ability > 0 ? `+${ability}` : String(ability).replace('-', '−')}</th><td className="figure">{inFigures(probability, 'share')}</td><td className="figure">{inFigures(low, 'share')} to {inFigures(high, 'share')}</td></tr>)}</tbody>
        </table>
      </details>
    </figure>
  );
}
