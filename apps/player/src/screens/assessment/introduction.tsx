import { useApp, useSession } from '../../session/app.js';
import type { IntroductionProps } from '../../session/assessment-screens.js';
import { Heading } from '../heading.js';
import { NextAndBack } from '../next-and-back.js';

/** What an assessment asks for, before it begins: nothing has started until the learner says so. */
export function Introduction({ step, busy, problem, onStart }: IntroductionProps) {
  const { words, formats } = useApp();
  const { assessment } = step;
  const { progress, mode } = useSession();
  const known = progress.assessments[assessment.id];
  const left = assessment.maxAttempts === null ? null : Math.max(0, assessment.maxAttempts - (known?.attempts ?? 0));
  const open = known?.openAttempt ?? null;
  const usedUp = left === 0 && open === null;
  const graded = assessment.passMark !== null;
  const facts = [
    words.questions(assessment.itemCount),
    assessment.passMark === null ? words.noPassMark : words.passMark(formats.percent(assessment.passMark)),
    ...(assessment.timeLimitSeconds === null ? [] : [words.minutes(Math.round(assessment.timeLimitSeconds / 60))]),
    ...(left === null ? (graded ? [words.attemptsAny] : []) : [words.attemptsLeft(left)]),
  ];
  const label = busy ? `${words.loading}…` : open !== null ? words.goOn : (known?.attempts ?? 0) > 0 ? words.startAgain : words.start;
  return (
    <article class="column">
      <p class="eyebrow">{step.unit.title}<span class="where">{words.purposes[assessment.purpose]}</span></p>
      <Heading>{assessment.title}</Heading>
      <ul class="facts">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
      {assessment.navigation === 'linear' && <p>{words.linearHelp}</p>}
      {known !== undefined && known.best !== null && (
        <p class="standing">{known.success === 'passed' && <strong class="good">{words.alreadyPassed} </strong>}{graded && words.bestSoFar(formats.percent(known.best))}</p>
      )}
      {usedUp ? <p><strong>{words.attemptsUsed}</strong></p> : <p class="actions"><button type="button" class="primary" aria-disabled={busy} onClick={() => busy || onStart()}>{label}</button></p>}
      {problem !== null && <p class="complaint" role="alert">{problem}</p>}
      {mode !== 'normal' && <p class="hint">{words.notices[mode]}</p>}
      <NextAndBack step={step} />
    </article>
  );
}
