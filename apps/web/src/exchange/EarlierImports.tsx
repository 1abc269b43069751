import { Link } from '@tanstack/react-router';
import type { ImportPlaceQuery } from '../generated/graphql.js';
import { When } from '../time/When.js';
import { resultInWords, takenBackInWords } from './inWords.js';

/** What came into the bank before, each with the way to look at it and take it back. */
export function EarlierImports({ imports, bank }: { imports: ImportPlaceQuery['itemImports']; bank: string }) {
  if (imports.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">Earlier imports</h2>
      <ul className="lines">
        {imports.map(({ id, name, doneAt, at, result, takenBack }) => (
          <li key={id}>
            <Link to="/bank/$bank/import" params={{ bank }} search={{ from: id }} className="plain">{name}</Link>
            <span className="small quiet below"><When at={doneAt ?? at} />. {takenBack !== null ? `Taken back: ${takenBackInWords(takenBack)}` : result === null ? '' : resultInWords(result)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
