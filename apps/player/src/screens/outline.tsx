import type { Progress } from '@preceptor/tracking';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';
import { addressOf, type Route } from '../session/router.js';
import { isDone, openChecks, stepRoute, stepsOf, stepTitle, type Step } from './course-path.js';
import { Icon } from './icon.js';
import { whyClosed } from './opening.js';

/** With more steps than this the units are folded and only what is unfolded is drawn: a long course opens as fast as a short one. */
const MOST_IN_SIGHT = 60;

/** The course's units and steps, with what is done and where one is. */
export function Outline({ route, home }: { route: Route; home: string | null }) {
  const { session, words } = useApp();
  const { progress } = useSession();
  const { outline } = session;
  const units = useMemo(() => {
    const steps = stepsOf(outline);
    return outline.units.map((unit) => ({ unit, steps: steps.filter((step) => step.unit === unit) }));
  }, [outline]);
  const here = addressOf(route);
  const folds = units.reduce((sum, { steps }) => sum + steps.length, 0) > MOST_IN_SIGHT;
  const unitHere = useMemo(() => units.find(({ steps }) => steps.some((step) => addressOf(stepRoute(step)) === here))?.unit.id ?? null, [units, here]);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string | null>>(() => new Set([unitHere]));
  useEffect(() => setUnfolded((before) => new Set([...before, unitHere])), [unitHere]);
  const toggle = (unit: string): void => setUnfolded((before) => new Set(before.has(unit) ? [...before].filter((each) => each !== unit) : [...before, unit]));
  return (
    <>
      {home !== null && <p class="to-home"><a href={home}><Icon name="home" /> {words.backHome}</a></p>}
      <ol class={`units ${folds ? 'folds' : ''}`}>
        {units.map(({ unit, steps }, index) => {
          const title = <><span class="visually-hidden">{words.unit(index + 1)}{words.colon} </span>{unit.title}</>;
          const open = !folds || unfolded.has(unit.id);
          return (
            <li key={unit.id}>
              {folds ? <button type="button" class="unit-title" aria-expanded={open} onClick={() => toggle(unit.id)}><Icon name="fold" /><span>{title}</span></button> : <p class="unit-title">{title}</p>}
              {open && <ol>{steps.map((step) => <OutlineStep key={addressOf(stepRoute(step))} step={step} progress={progress} here={here === addressOf(stepRoute(step))} />)}</ol>}
            </li>
          );
        })}
      </ol>
      <ul class="more">
        <li><a href="#/result" aria-current={route.name === 'result' ? 'page' : undefined}>{words.result}</a></li>
        {outline.glossary && <li><a href="#/glossary" aria-current={route.name === 'glossary' ? 'page' : undefined}>{words.glossary}</a></li>}
        <li><a href="#/search" aria-current={route.name === 'search' ? 'page' : undefined}>{words.search}</a></li>
      </ul>
    </>
  );
}

function OutlineStep({ step, progress, here }: { step: Step; progress: Progress; here: boolean }) {
  const { session, words, formats } = useApp();
  const done = isDone(step, progress);
  const open = step.kind === 'lesson' && done ? openChecks(session.outline, step.lesson, progress) : 0;
  const known = step.kind === 'assessment' ? progress.assessments[step.assessment.id] : undefined;
  const failed = known?.success === 'failed';
  const begun = !done && (step.kind === 'lesson' ? progress.lessons[step.lesson.id]?.completion === 'incomplete' : (known?.openAttempt ?? null) !== null);
  const note = open > 0 ? words.questionsLeft(open) : failed ? words.failed : null;
  const closed = whyClosed(step, progress, { session, words, formats });
  return (
    <li class={`step ${step.kind} ${here ? 'here' : ''}`}>
      <a href={addressOf(stepRoute(step))} aria-current={here ? 'page' : undefined}>
        <span class={`mark ${done && open === 0 ? 'done' : begun || open > 0 || failed ? 'begun' : ''}`}>{done && open === 0 && <Icon name="done" />}</span>
        <span>
          {stepTitle(step)}
          {done && open === 0 && <span class="visually-hidden">{words.comma} {words.done}</span>}
          {begun && <span class="visually-hidden">{words.comma} {words.begun}</span>}
          {note !== null && <small>{note}</small>}
          {closed !== null && <small class="closed">{closed}</small>}
        </span>
      </a>
    </li>
  );
}
