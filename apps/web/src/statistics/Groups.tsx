import type { GroupFragment } from '../generated/graphql.js';
import { unbroken } from '../time/words.js';
import { inFigures } from './figures.js';
import type { AnalysedItem } from './optionsByAbility.js';

/** How the item did in each version or cohort: facility, and how it differs where learners are equally strong. */
export function Groups({ title, of, groups }: { title: string; of: 'Version' | 'Cohort'; groups: readonly GroupFragment[] }) {
  if (groups.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{title}</h3>
      <table className="grid folds">
        <caption className="unseen">{title}</caption>
        <thead><tr><th scope="col">{of}</th><th scope="col" className="figure">Attempts</th><th scope="col" className="figure">Facility</th><th scope="col" className="figure">At equal total score</th></tr></thead>
        <tbody>
          {groups.map(({ name, attempts, facility, standardError, difference, p }) => (
            <tr key={name}>
              <th scope="row">{of === 'Version' ? `Version ${name}` : name}</th>
              <td data-label="Attempts" className="figure">{attempts}</td>
              <td data-label="Facility" className="figure">{inFigures(facility, 'share')}{standardError !== null && <span className="quiet small"> ± {inFigures(standardError, 'share')}</span>}</td>
              <td data-label="At equal total score" className="figure">{difference === null ? <span className="quiet">none</span> : <>{difference > 0 ? '+' : ''}{inFigures(difference, 'number')}{p !== null && <span className="quiet small"> {p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`}</span>}</>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the item treats two cohorts of equally strong learners alike. */
export function Differential({ differential }: { differential: AnalysedItem['differential'] }) {
  if (differential === null) return null;
  const { reference, focal, referenceAttempts, focalAttempts, etsClass, favours, oddsRatio, oddsLow, oddsHigh, sentence } = differential;
  const few = Math.min(referenceAttempts, focalAttempts) < 200;
  return (
    <div className="stack tight">
      <h3>{focal} beside {reference}, learners of equal total score</h3>
      <p>{unbroken(sentence)} {few ? `With ${referenceAttempts} and ${focalAttempts} attempts it is no verdict yet: 200 in each are needed.` : favours === null ? 'The item treats both alike.' : `It favours ${favours}: have somebody of each cohort read it.`}</p>
      <p className="small quiet">Mantel-Haenszel, ETS class {etsClass}{oddsRatio !== null && `; odds of a right answer in ${reference} over those in ${focal}: ${oddsRatio.toFixed(2)}${oddsLow === null || oddsHigh === null ? '' : ` (95 %: ${oddsLow.toFixed(2)} to ${oddsHigh.toFixed(2)})`}`}.</p>
    </div>
  );
}
