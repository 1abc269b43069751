import { Bar } from '../learning/Bar.js';
import { plural } from '../time/words.js';
import { readResults } from './questions.js';

interface Props { cohort: string; kind: 'SESSION' | 'END'; session: string | null; results: { answers: number; shown: number; questions: unknown }; open: boolean }

/** Bars with their numbers, and texts as they were written. */
export function Results({ cohort, kind, session, results, open }: Props) {
  const questions = readResults(results.questions);
  const query = new URLSearchParams({ kind, ...(session === null ? {} : { session }) });
  return (
    <section aria-labelledby="results" className="stack">
      <div className="row between"><h2 id="results">Results</h2>{questions.length > 0 && <a href={`/cohorts/${cohort}/evaluation.csv?${query}`} download>Download as CSV</a>}</div>
      <p className="quiet">{results.answers === 0 ? 'Nobody has answered yet.' : questions.length === 0 ? `${plural(results.answers, 'answer')} so far. Results are shown from three on.` : results.shown < results.answers ? `Of ${results.shown} answers. ${results.answers - results.shown} more ${results.answers - results.shown === 1 ? 'waits' : 'wait'} until there are three${open ? ', or the form is closed' : ''}.` : `Of ${plural(results.shown, 'answer')}.`}</p>
      <ol className="stack wide">
        {questions.map(({ question, answered, mean, counts, texts }) => (
          <li key={question.id} className="question-result">
            <h3>{question.text}</h3>
            {mean !== null && <p>Mean <strong className="number">{mean.toFixed(1)}</strong> of 5 <span className="quiet small">({plural(answered, 'answer')})</span></p>}
            {counts.length > 0 && (
              <dl className="tally">
                {counts.map((count, place) => {
                  const label = question.kind === 'RATING' ? `${place + 1}${place === 0 && question.low !== undefined ? `, ${question.low.toLowerCase()}` : place === 4 && question.high !== undefined ? `, ${question.high.toLowerCase()}` : ''}` : question.options?.[place] ?? '';
                  return [<dt key={`t${place}`}>{label}</dt>, <dd key={`b${place}`} style={{ display: 'contents' }}><Bar fraction={answered === 0 ? 0 : count / answered} label={label} /><span className="number">{count}</span></dd>];
                })}
              </dl>
            )}
            {question.kind === 'TEXT' && (texts.length === 0 ? <p className="quiet small">Nobody wrote anything.</p> : <ul className="lines">{texts.map((text, index) => <li key={index} style={{ whiteSpace: 'pre-wrap' }}>{text}</li>)}</ul>)}
          </li>
        ))}
      </ol>
    </section>
  );
}
