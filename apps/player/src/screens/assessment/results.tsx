import { useEffect } from 'preact/hooks';
import { Question } from '../../items/question.js';
import { useApp } from '../../session/app.js';
import type { ResultsProps } from '../../session/assessment-screens.js';
import { addressOf } from '../../session/router.js';
import { Bar } from '../bar.js';
import { Heading } from '../heading.js';
import { NextAndBack } from '../next-and-back.js';

/** Did I pass, and what next: the score against the mark, part by part, what to read again, and the answers as far as they are released. */
export function Results({ step, attempt, responses, result, busy, problem, onStartAgain, later }: ResultsProps) {
  const { session, words, formats, announce, about } = useApp();
  const { assessment } = step;
  const graded = assessment.passMark !== null;
  const verdict = !graded ? words.thankYou : result.passed === true ? words.youPassed : result.passed === false ? words.youFailed : words.youScored;
  useEffect(() => announce(graded ? `${verdict}. ${words.scored(formats.percent(result.scaled))}` : verdict), []);
  const released = result.items.filter((item) => item.outcome !== null);
  const again = session.outline.units.flatMap((unit) => unit.lessons).filter((lesson) => result.lessonsToReadAgain.includes(lesson.id));
  const elsewhere = about.part !== undefined && again.length < result.lessonsToReadAgain.length;
  const mayRetry = assessment.purpose !== 'pre-test' && result.passed !== true && (result.attemptsLeft === null || result.attemptsLeft > 0);
  return (
    <article class="column results">
      <p class="eyebrow">{assessment.title}<span class="where">{words.yourResult}</span></p>
      <Heading key="result" title={`${words.yourResult}${words.colon} ${assessment.title}`}>{verdict}</Heading>
      {graded && (
        <div class={`score ${result.passed === true ? 'good' : result.passed === false ? 'warn' : ''}`}>
          <p class="figure">{formats.percent(result.scaled)}</p>
          <Bar share={result.scaled} mark={assessment.passMark} />
          <p class="hint">{words.points(formats.number(result.raw), formats.number(result.max))}{assessment.passMark !== null && `. ${words.neededToPass(formats.percent(assessment.passMark))}.`}</p>
        </div>
      )}
      {graded && released.length === 0 && <p class="hint">{later ?? words.feedbackLater}</p>}
      {result.pending && <p>{words.scorePending}</p>}
      {graded && result.parts.length > 1 && (
        <section>
          <h2>{words.byPart}</h2>
          <ul class="parts">
            {result.parts.map((part) => (
              <li key={part.title}><span>{part.title}</span><bdi class="number" dir="ltr">{formats.number(part.raw)} / {formats.number(part.max)}</bdi><Bar share={part.max === 0 ? 0 : part.raw / part.max} /></li>
            ))}
          </ul>
        </section>
      )}
      {graded && (again.length > 0 || elsewhere) && (
        <section>
          <h2>{words.toReadAgain}</h2>
          <ul class="links">{again.map((lesson) => <li key={lesson.id}><a href={addressOf({ name: 'lesson', id: lesson.id })}>{lesson.title}</a></li>)}{elsewhere && <li>{words.inAnotherPart}</li>}</ul>
        </section>
      )}
      {graded && result.attemptsLeft !== null && result.passed !== true && <p>{result.attemptsLeft === 0 ? words.attemptsUsed : words.attemptsLeft(result.attemptsLeft)}</p>}
      <p class="actions">
        {mayRetry && graded && <button type="button" class="primary" aria-disabled={busy} onClick={() => busy || onStartAgain()}>{words.startAgain}</button>}
        {!graded && <button type="button" class="primary" onClick={() => window.print()}>{words.printAnswers}</button>}
      </p>
      {problem !== null && <p class="complaint" role="alert">{problem}</p>}
      {(released.length > 0 || !graded) && (
        <section class="answers">
          <h2>{words.yourAnswers}</h2>
          <ol>
            {attempt.form.items.map((view) => (
              <li key={view.id}>
                <Question view={view} response={responses[view.id]} locked outcome={graded ? (result.items.find((item) => item.item === view.id)?.outcome ?? null) : null} onChange={() => undefined} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <NextAndBack step={step} />
    </article>
  );
}
