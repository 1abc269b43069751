import { useQuery } from 'urql';
import { AttemptAnswersDocument } from '../generated/graphql.js';
import { readFeedback, readForm, readResponses, readScore, type Outcome } from '../learning/reading.js';
import { Loaded } from '../states/Loaded.js';
import { Corrected, GivenMarks } from './GivenMarks.js';
import { Html } from './Html.js';
import { inWords } from './inWords.js';

const signs: Record<Outcome, { sign: string; word: string; tone: string }> = {
  correct: { sign: '✓', word: 'Right', tone: 'good' },
  partial: { sign: '◐', word: 'Partly right', tone: 'warn' },
  incorrect: { sign: '✕', word: 'Not right', tone: 'bad' },
  unanswered: { sign: '○', word: 'Not answered', tone: 'quiet' },
  pending: { sign: '…', word: 'Waits for a grader', tone: 'quiet' },
};

/** Every question of one attempt with what was answered and, once released, whether it was right and why. */
export function Answers({ enrolment, attempt }: { enrolment: string; attempt: string }) {
  const [result, again] = useQuery({ query: AttemptAnswersDocument, variables: { enrolment, attempt } });
  return (
    <Loaded result={result} value={result.data?.enrolment?.attempt} retry={() => again({ requestPolicy: 'network-only' })} what="attempt">
      {(found) => {
        const responses = readResponses(found.responses);
        const results = new Map(found.result?.items.map((each) => [each.item, each]));
        return (
          <ol className="answers">
            {readForm(found.form).map((item) => {
              const earned = results.get(item.id);
              const score = readScore(earned?.score);
              const lines = inWords(item, responses.get(item.id));
              const feedback = readFeedback(earned?.feedback);
              return (
                <li key={item.id}>
                  <Html html={item.stemHtml} />
                  {lines.length === 0 ? <p className="quiet">No answer</p> : (
                    <ul className="given">{lines.map(({ about, answer, id }) => {
                      const why = feedback.of.get(id);
                      return <li key={`${about} ${id}`}>{about !== null && <span className="quiet">{about} </span>}{answer}{why !== undefined && <Html html={why} quiet />}</li>;
                    })}</ul>
                  )}
                  {score !== null && (
                    <p className={`sign ${signs[score.outcome].tone}`} data-sign={signs[score.outcome].sign}>
                      {signs[score.outcome].word}{score.max === 1 && score.outcome !== 'partial' ? '' : `: ${score.raw} of ${score.max}`}
                    </p>
                  )}
                  {earned?.marks !== null && earned?.marks !== undefined && <GivenMarks marks={earned.marks} />}
                  {earned?.correction !== null && earned?.correction !== undefined && <Corrected correction={earned.correction} />}
                  {feedback.whole.map((html, index) => <Html key={index} html={html} quiet />)}
                </li>
              );
            })}
          </ol>
        );
      }}
    </Loaded>
  );
}
