import type { FigureFragment } from '../generated/graphql.js';
import { unbroken } from '../time/words.js';
import { figureOf, sureness } from './figures.js';

/** Numbers with how sure each is, what it says, and what it means and from where on something should be done. */
export function Measures({ measures }: { measures: readonly FigureFragment[] }) {
  return (
    <dl className="measures">
      {measures.map((measure, at) => {
        // Several numbers may share a sentence: it is said once.
        const said = measures.slice(0, at).some(({ sentence }) => sentence === measure.sentence);
        const sure = measure.value === null ? null : sureness(measure);
        return (
          <div key={measure.code}>
            <dt>{measure.name}</dt>
            <dd>
              <span className={measure.value === null ? 'quiet' : 'value number'}>{figureOf(measure)}</span>
              {sure !== null && <span className="small quiet number"> {sure}</span>}
              {!said && <p>{unbroken(measure.sentence)}</p>}
              <p className="small quiet">{unbroken(measure.meaning)}</p>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
