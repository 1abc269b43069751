import type { Progress } from '@preceptor/tracking';
import { useApp, useSession } from '../session/app.js';
import { addressOf, type Route } from '../session/router.js';
import { isDone, openChecks, stepRoute, stepsOf, stepTitle, type Step } from './course-path.js';
import { Icon } from './icon.js';

/** The course's units and steps, with what is done and where one is. */
export function Outline({ route, home }: { route: Route; home: string | null }) {
  const { session, words } = useApp();
  const { progress } = useSession();
  const steps = stepsOf(session.outline);
  return (
    <>
      {home !== null && <p class="to-home"><a href={home}><Icon name="home" /> {words.backHome}</a></p>}
      <ol class="units">
        {session.outline.units.map((unit, index) => (
          <li key={unit.id}>
            <p class="unit-title"><span class="visually-hidden">{words.unit(index + 1)}: </span>{unit.title}</p>
            <ol>{steps.filter((step) => step.unit === unit).map((step) => <OutlineStep key={addressOf(stepRoute(step))} step={step} progress={progress} here={addressOf(route) === addressOf(stepRoute(step))} />)}</ol>
          </li>
        ))}
      </ol>
      <ul class="more">
        <li><a href="#/result" aria-current={route.name === 'result' ? 'page' : undefined}>{words.result}</a></li>
        {session.outline.glossary && <li><a href="#/glossary" aria-current={route.name === 'glossary' ? 'page' : undefined}>{words.glossary}</a></li>}
        <li><a href="#/search" aria-current={route.name === 'search' ? 'page' : undefined}>{words.search}</a></li>
      </ul>
    </>
  );
}

function OutlineStep({ step, progress, here }: { step: Step; progress: Progress; here: boolean }) {
  const { session, words } = useApp();
  const done = isDone(step, progress);
  const open = step.kind === 'lesson' && done ? openChecks(session.outline, step.lesson, progress) : 0;
  const known = step.kind === 'assessment' ? progress.assessments[step.assessment.id] : undefined;
  const failed = known?.success === 'failed';
  const begun = !done && (step.kind === 'lesson' ? progress.lessons[step.lesson.id]?.completion === 'incomplete' : (known?.openAttempt ?? null) !== null);
  const note = open > 0 ? words.questionsLeft(open) : failed ? words.failed : null;
  return (
    <li class={`step ${step.kind} ${here ? 'here' : ''}`}>
      <a href={addressOf(stepRoute(step))} aria-current={here ? 'page' : undefined}>
        <span class={`mark ${done && open === 0 ? 'done' : begun || open > 0 || failed ? 'begun' : ''}`}>{done && open === 0 && <Icon name="done" />}</span>
        <span>
          {stepTitle(step)}
          {done && open === 0 && <span class="visually-hidden">, {words.done}</span>}
          {begun && <span class="visually-hidden">, {words.begun}</span>}
          {note !== null && <small>{note}</small>}
        </span>
      </a>
    </li>
  );
}
