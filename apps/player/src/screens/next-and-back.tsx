import { useApp } from '../session/app.js';
import { addressOf } from '../session/router.js';
import { stepRoute, stepsOf, stepTitle, type Step } from './course-path.js';

/** The two ways on from a step, at its end. */
export function NextAndBack({ step, onNext }: { step: Step; onNext?: () => void }) {
  const { session, words } = useApp();
  const steps = stepsOf(session.outline);
  const at = steps.findIndex((each) => stepTitle(each) === stepTitle(step) && addressOf(stepRoute(each)) === addressOf(stepRoute(step)));
  const before = steps[at - 1];
  const after = steps[at + 1];
  return (
    <nav class="ways" aria-label={words.next}>
      {before !== undefined && <a class="way back" href={addressOf(stepRoute(before))}><small>{words.previous}</small><span>{stepTitle(before)}</span></a>}
      <a class="way next" href={addressOf(after === undefined ? { name: 'result' } : stepRoute(after))} {...(onNext === undefined ? {} : { onClick: onNext })}>
        <small>{words.next}</small><span>{after === undefined ? words.finishCourse : stepTitle(after)}</span>
      </a>
    </nav>
  );
}
