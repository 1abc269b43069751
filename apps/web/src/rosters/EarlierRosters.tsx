import { Link } from '@tanstack/react-router';
import type { RosterPlaceQuery } from '../generated/graphql.js';
import { When } from '../time/When.js';
import { countsInWords } from './words.js';

/** The last rosters that came in, each with what came of it. */
export function EarlierRosters({ imports }: { imports: RosterPlaceQuery['rosterImports'] }) {
  if (imports.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">Imported before</h2>
      <ul className="earlier-rosters">
        {imports.map(({ id, name, state, at, doneAt, cohort, by, counts }) => (
          <li key={id}>
            <Link to="/rosters/import" search={{ from: id, ...(cohort === null ? {} : { cohort: cohort.id }) }}>{name}</Link>{cohort !== null && <> into {cohort.name}</>}
            <span className="small quiet below">{by !== null && `${by.name}, `}<When at={doneAt ?? at} />. {state === 'RUNNING' ? 'It is coming in now.' : countsInWords(counts, true)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
