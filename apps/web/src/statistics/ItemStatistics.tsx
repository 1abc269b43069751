import { CurveFigure } from './CurveFigure.js';
import { Differential, Groups } from './Groups.js';
import { Measures } from './Measures.js';
import type { AnalysedItem } from './optionsByAbility.js';
import './statistics.css';

/** Shown among the curve, not among the numbers. */
const ofTheCurve = ['difficulty', 'slope'];
const ofGroups = ['differential'];

/** All numbers of an item, with its curve and how it did in versions and cohorts. */
export function ItemStatistics({ analysis }: { analysis: AnalysedItem }) {
  const { measures, byVersion, byCohort, differential } = analysis;
  return (
    <>
      <section aria-labelledby="numbers" className="stack">
        <h2 id="numbers">The numbers</h2>
        <Measures measures={measures.filter(({ code }) => !ofTheCurve.includes(code) && !ofGroups.includes(code))} />
      </section>
      <section aria-labelledby="curve" className="stack">
        <h2 id="curve">Its curve</h2>
        <div className="curve">
          <CurveFigure analysis={analysis} />
          {analysis.curve.length > 0 && <Measures measures={measures.filter(({ code }) => ofTheCurve.includes(code))} />}
        </div>
      </section>
      {byVersion.length + byCohort.length > 0 && (
        <section aria-labelledby="groups" className="stack">
          <h2 id="groups">In versions and cohorts</h2>
          <Groups title="Drift over versions" of="Version" groups={byVersion} />
          <Groups title="Drift over cohorts" of="Cohort" groups={byCohort} />
          <Differential differential={differential} />
        </section>
      )}
    </>
  );
}
