import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conduct } from '../../../delivery/conduct.js';
import { DeliveryError, type Attempt } from '../../../delivery/delivery.js';
import { useApp } from '../../../session/app.js';
import type { TakingProps } from '../../../session/assessment-screens.js';
import { Countdown } from '../../countdown.js';
import { Heading } from '../../heading.js';
import { Taking } from '../taking.js';
import { AllQuestions } from './all-questions.js';
import { useLiveAttempt } from './use-live-attempt.js';

/** An attempt in progress by the server's rules: its clock, breaks, and one device that holds it. */
export function ConductedTaking({ conduct, ...props }: TakingProps & { conduct: Conduct }) {
  const { words } = useApp();
  const { attempt, busy } = props;
  const [standing, setStanding] = useLiveAttempt(conduct, attempt);
  const [problem, setProblem] = useState<string | null>(null);
  const opening = useOpening(attempt);
  const pause = (begin: boolean): void => {
    setProblem(null);
    conduct.pause(attempt.id, begin).then(setStanding, (error: unknown) => setProblem((error instanceof DeliveryError && words.errors[error.code]) || words.wrongUnknown));
  };
  const { rules } = attempt;
  const own = rules === null || rules === undefined ? props.assessment : { ...props.assessment, navigation: rules.navigation === 'linear' ? 'linear' as const : 'free' as const, feedback: rules.eachAnswer ? 'immediate' as const : 'after-submit' as const };
  const Questions = rules?.pages === 'all' ? AllQuestions : Taking;
  if (standing.elsewhere) return <Elsewhere title={own.title} busy={busy} problem={props.problem} onContinue={() => { conduct.enter({ takeOver: true }); props.onAgain(); }} />;
  const tools = standing.breakSecondsLeft < 1 ? {} : { tools: (keep: () => void) => <button type="button" class="quiet" onClick={() => { keep(); pause(true); }}>{words.takeBreak}</button> };
  return (
    <>
      {standing.onBreak && <OnBreak title={own.title} secondsLeft={standing.breakSecondsLeft} onEnd={() => pause(false)} />}
      {/* What was answered and not sent stays where it is: only out of sight, and out of reach. */}
      <div hidden={standing.onBreak}>
        <Questions key={opening} {...props} assessment={own} problem={problem ?? props.problem} secondsLeft={standing.onBreak ? null : standing.secondsLeft} now={steady} {...tools} />
      </div>
    </>
  );
}

/** Setting the device's clock moves no attempt; what it misses in sleep, the server tells when the page is seen again. */
const steady = (): number => performance.now();

/** Changes when the attempt was opened again: then what is shown is what the server gave, not what was typed here before. */
function useOpening(attempt: Attempt): number {
  const last = useRef({ attempt, number: 0 });
  if (last.current.attempt !== attempt) last.current = { attempt, number: last.current.number + 1 };
  return last.current.number;
}

function Elsewhere({ title, busy, problem, onContinue }: { title: string; busy: boolean; problem: string | null; onContinue(): void }) {
  const { words, announce } = useApp();
  useEffect(() => announce(words.elsewhereTitle), []);
  return (
    <article class="column">
      <p class="eyebrow">{title}</p>
      <Heading key="elsewhere">{words.elsewhereTitle}</Heading>
      <p>{words.elsewhereHelp}</p>
      <p class="actions"><button type="button" class="primary" aria-disabled={busy} onClick={() => busy || onContinue()}>{words.continueHere}</button></p>
      {problem !== null && <p class="complaint" role="alert">{problem}</p>}
    </article>
  );
}

function OnBreak({ title, secondsLeft, onEnd }: { title: string; secondsLeft: number; onEnd(): void }) {
  const { words } = useApp();
  const end = useRef(performance.now() + secondsLeft * 1000);
  const left = useRef(() => (end.current - performance.now()) / 1000);
  return (
    <article class="column taking">
      <p class="eyebrow">{title}</p>
      <Heading key="break">{words.onBreakTitle}</Heading>
      <Countdown label={words.breakLeft} left={left.current} warning={words.timeWarning} onOver={onEnd} />
      <p class="actions"><button type="button" class="primary" onClick={onEnd}>{words.endBreak}</button></p>
    </article>
  );
}
