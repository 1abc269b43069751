import { explainScore, type Item, type ItemResponse } from '@preceptor/assessment';

/** How a score came about: the sentence, then part by part, then what would have earned the most. */
export function Explained({ item, response }: { item: Item; response: ItemResponse }) {
  const { sentence, parts, answered, best, score } = explainScore(item, response);
  return (
    <section className="explained" aria-label="The score explained">
      <p role="status"><strong>{points(score.raw)} of {points(score.max)}.</strong> {sentence}</p>
      {parts.length > 1 && (
        <div className="sheet"><table className="grid">
          <thead><tr><th scope="col">Part</th><th scope="col">Answer</th><th scope="col" className="figure">Earned</th></tr></thead>
          <tbody>
            {parts.map(({ id, label, correct, raw, max }) => (
              <tr key={id}><th scope="row">{label}</th><td><span className={correct ? 'sign good' : raw > 0 ? 'sign warn' : 'sign bad'} data-sign={correct ? '✓' : raw > 0 ? '–' : '✕'}>{correct ? 'right' : raw > 0 ? 'partly' : 'not right'}</span></td><td className="figure">{points(raw)} of {points(max)}</td></tr>
            ))}
          </tbody>
        </table></div>
      )}
      {best.length > 0 && score.outcome !== 'correct' && <p className="small"><span className="quiet">Earns the most:</span> {best.map(({ label }) => label).join('; ')}</p>}
      {answered.length > 0 && <p className="small"><span className="quiet">Recorded as:</span> {answered.map(({ label }) => label).join('; ')}</p>}
    </section>
  );
}

const points = (number: number): string => String(Math.round(number * 100) / 100);
