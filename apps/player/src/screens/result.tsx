import { useApp, useSession } from '../session/app.js';
import { addressOf } from '../session/router.js';
import { Html } from '../reading/html.js';
import { Bar } from './bar.js';
import { placeToGoOn } from './course-path.js';
import { Heading } from './heading.js';
import { whatIsLeft } from './what-is-left.js';

/** The course as a whole: is it done, was it passed, and what is left. */
export function ResultScreen() {
  const { session, words, formats, about: { part } } = useApp();
  const { progress, save } = useSession();
  const { outline } = session;
  const left = whatIsLeft(outline, progress, words);
  const done = progress.completion === 'completed';
  const verdict = progress.success === 'passed' && done ? (part === undefined ? words.coursePassed : words.partPassed) : progress.success === 'failed' && done ? words.courseFailed : done ? (part === undefined ? words.courseCompleted : words.partCompleted) : words.courseGoing;
  const decides = outline.rules.success.assessments;
  const assessments = outline.units.flatMap((unit) => unit.assessment ?? []);
  return (
    <article class="column course-result">
      <p class="eyebrow">{part === undefined ? outline.title : <>{part.courseTitle}<span class="where">{words.partOf(part.number, part.of)}</span></>}</p>
      <Heading title={words.courseResult}>{verdict}</Heading>
      <div class={`score ${done && progress.success !== 'failed' ? 'good' : ''}`}>
        <p class="figure">{formats.percent(progress.fraction)}</p>
        <Bar share={progress.fraction} />
        {progress.seconds > 0 && <p class="hint">{words.timeSpent}{words.colon} {formats.duration(progress.seconds)}</p>}
      </div>
      {left.length > 0 && (
        <section>
          <h2>{words.whatIsLeft}</h2>
          <ul class="left">{left.map((item) => <li key={item.text}>{item.route === null ? item.text : <a href={addressOf(item.route)}>{item.text}</a>}</li>)}</ul>
          <p class="actions"><a class="button primary" href={addressOf(placeToGoOn(outline, progress))}>{words.goToStart}</a></p>
        </section>
      )}
      {left.length === 0 && <p>{words.nothingLeft} {save === 'saved' && words.safeToClose}</p>}
      {done && part !== undefined && <p>{part.number < part.of ? words.partNext : words.partLast}</p>}
      {assessments.length > 0 && (
        <section>
          <h2>{words.assessments}</h2>
          <ul class="parts">
            {assessments.map((assessment) => {
              const known = progress.assessments[assessment.id];
              const best = known?.best ?? null;
              const standing = known?.success === 'passed' ? words.passed : known?.success === 'failed' ? words.failed : known === undefined || known.completion === 'not-started' ? words.notBegun : known.completion === 'completed' ? words.done : words.begun;
              return (
                <li key={assessment.id} class={decides.includes(assessment.id) ? 'deciding' : ''}>
                  <a href={addressOf({ name: 'assessment', id: assessment.id })}>{assessment.title}</a>
                  <span class={`number ${known?.success === 'passed' ? 'good' : known?.success === 'failed' ? 'warn' : 'hint'}`}>{best !== null && assessment.passMark !== null && `${formats.percent(best)}${words.comma} `}{standing}</span>
                  {assessment.passMark !== null && <Bar share={best ?? 0} mark={assessment.passMark} />}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {outline.credits !== '' && <section class="credits"><h2>{words.credits}</h2><Html html={outline.credits} /></section>}
    </article>
  );
}
