import { useEffect, useState } from 'preact/hooks';
import type { Conduct, Sitting } from '../../../delivery/conduct.js';
import { useApp, useSession } from '../../../session/app.js';
import type { IntroductionProps } from '../../../session/assessment-screens.js';
import { Heading } from '../../heading.js';
import { NextAndBack } from '../../next-and-back.js';
import { momentOf, whenItComes } from './moment.js';
import { RulesInWords } from './rules.js';

/** What an assessment asks for and by which rules, before it begins: opening and closing, attempts, time, password. */
export function ConductedIntroduction({ step, busy, problem, onStart, conduct }: IntroductionProps & { conduct: Conduct }) {
  const { words, formats } = useApp();
  const { progress } = useSession();
  const { assessment } = step;
  const [sitting, reload] = useSitting(conduct, assessment.id, problem);
  const [password, setPassword] = useState('');
  const known = progress.assessments[assessment.id];
  const rules = sitting?.conditions;
  const graded = assessment.passMark !== null;
  const left = rules === undefined || rules.maxAttempts === null ? null : Math.max(0, rules.maxAttempts - (sitting?.used ?? 0));
  const open = sitting?.open ?? (known?.openAttempt ?? null) !== null;
  const limit = rules === undefined ? assessment.timeLimitSeconds : rules.timeLimitSeconds;
  const facts = [
    words.questions(assessment.itemCount),
    assessment.passMark === null ? words.noPassMark : words.passMark(formats.percent(assessment.passMark)),
    ...(limit === null ? [] : [formats.duration(limit)]),
    ...(left === null ? (graded ? [words.attemptsAny] : []) : [words.attemptsLeft(left)]),
    ...(rules?.closesAt === null || rules === undefined ? [] : [words.closesOn(momentOf(rules.closesAt))]),
  ];
  const elsewhere = conduct.refused === 'ATTEMPT_ELSEWHERE';
  const begin = (): void => {
    if (busy) return;
    conduct.enter({ ...(password === '' ? {} : { password }), ...(elsewhere ? { takeOver: true } : {}) });
    onStart();
  };
  const label = busy ? `${words.loading}…` : elsewhere ? words.continueHere : open ? words.goOn : (sitting?.used ?? known?.attempts ?? 0) > 0 ? words.startAgain : words.start;
  const asksPassword = rules?.passwordAsked === true && !open;
  return (
    <article class="column">
      <p class="eyebrow">{step.unit.title}<span class="where">{words.purposes[assessment.purpose]}</span></p>
      <Heading>{assessment.title}</Heading>
      <ul class="facts">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
      {sitting !== null && <RulesInWords sitting={sitting} />}
      {known !== undefined && known.best !== null && <p class="standing">{known.success === 'passed' && <strong class="good">{words.alreadyPassed} </strong>}{graded && (rules?.counts === 'BEST' ? words.bestSoFar : words.scoreSoFar)(formats.percent(known.best))}</p>}
      {sitting !== null && sitting.refused !== null ? <Refused sitting={sitting} onCome={reload} /> : (
        <form class="begin" onSubmit={(event) => { event.preventDefault(); begin(); }}>
          {asksPassword && <p><label for="attempt-password">{words.password}</label><input id="attempt-password" type="password" autocomplete="off" value={password} aria-describedby="password-help" onInput={({ currentTarget }) => setPassword(currentTarget.value)} /><span id="password-help" class="hint">{words.passwordHelp}</span></p>}
          {elsewhere && <p class="complaint" role="alert">{words.elsewhereTitle}. {words.elsewhereHelp}</p>}
          <p class="actions"><button type="submit" class="primary" aria-disabled={busy}>{label}</button></p>
        </form>
      )}
      {problem !== null && !elsewhere && <p class="complaint" role="alert">{problem}</p>}
      <NextAndBack step={step} />
    </article>
  );
}

function Refused({ sitting: { refused, until }, onCome }: { sitting: Sitting; onCome(): void }) {
  const { words } = useApp();
  useEffect(() => (until === null ? undefined : whenItComes(until, onCome)), [until]);
  const when = until === null ? null : momentOf(until);
  const said = refused === 'CLOSED' ? words.assessmentClosed : refused === 'ATTEMPTS_USED_UP' ? words.attemptsUsed : when === null ? words.assessmentClosed : refused === 'WAIT' ? words.waitUntil(when) : words.opensOn(when);
  return <p role="status"><strong>{said}</strong></p>;
}

/** How the learner stands, asked again after each refusal; null until it is known, or while the network is away. */
function useSitting(conduct: Conduct, assessment: string, problem: string | null): [Sitting | null, () => void] {
  const [sitting, setSitting] = useState<Sitting | null>(null);
  const load = (): void => void conduct.sitting(assessment).then(setSitting, () => undefined);
  useEffect(load, [assessment, problem]);
  return [sitting, load];
}
