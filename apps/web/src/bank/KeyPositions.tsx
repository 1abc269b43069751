import { useQuery } from 'urql';
import { KeyPositionsDocument } from '../generated/graphql.js';

/** Says where the keys of a bank stand, when they prefer a place; nothing where they don't. */
export function KeyPositions({ bank }: { bank: string }) {
  const [{ data }] = useQuery({ query: KeyPositionsDocument, variables: { bank } });
  const uneven = data?.bankKeyPositions.filter((each) => each.uneven) ?? [];
  if (uneven.length === 0) return null;
  return (
    <details className="habits">
      <summary><span className="sign warn" data-sign="▲">The key prefers a place</span></summary>
      <div className="stack">
        <p className="small">Chance makes so uneven a spread once in a hundred times, and guessers know it. Let the options be shuffled, move keys to the places that have few, or turn some claims round.</p>
        {uneven.map(({ of, items, places, counts }) => (
          <table key={of} className="places">
            <caption className="small">{items} {of}</caption>
            <tbody>{places.map((place, index) => {
              const count = counts[index] ?? 0;
              return <tr key={place}><th scope="row">{place}</th><td><span className="bar"><span style={{ width: `${(count / items) * 100}%` }} /></span></td><td className="number">{count}</td></tr>;
            })}</tbody>
          </table>
        ))}
      </div>
    </details>
  );
}
