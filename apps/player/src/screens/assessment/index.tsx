import type { ItemResponse } from '@preceptor/assessment';
import type { OutlineAssessment } from '@preceptor/course/delivery';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DeliveryError, type Attempt, type AttemptResult } from '../../delivery/delivery.js';
import { useApp } from '../../session/app.js';
import { stepsOf, type Step } from '../course-path.js';
import { Missing } from '../missing.js';
import { NotOpen, useClosed } from '../opening.js';
import { Introduction } from './introduction.js';
import { Results } from './results.js';
import { Taking } from './taking.js';

/** Where the learner is with an assessment. */
type Phase = { is: 'introduction' } | { is: 'taking'; attempt: Attempt } | { is: 'result'; attempt: Attempt; responses: { [item: string]: ItemResponse }; result: AttemptResult };
type AssessmentStep = Extract<Step, { kind: 'assessment' }>;

export function AssessmentScreen({ id }: { id: string }) {
  const { session } = useApp();
  const step = stepsOf(session.outline).find((each) => each.kind === 'assessment' && each.assessment.id === id);
  const closed = useClosed('assessment', id);
  if (closed !== null) return <NotOpen {...closed} />;
  return step?.kind === 'assessment' ? <AssessmentPhases key={id} step={step} /> : <Missing />;
}

function AssessmentPhases({ step }: { step: AssessmentStep }) {
  const { session, words, conducted } = useApp();
  const screens = { Introduction, Taking, Results, ...conducted };
  const assessment: OutlineAssessment = step.assessment;
  const [phase, setPhase] = useState<Phase>({ is: 'introduction' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submitting = useRef(false);

  const attemptTo = async (what: () => Promise<Phase>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setPhase(await what());
    } catch (error) {
      setProblem((error instanceof DeliveryError && words.errors[error.code]) || words.wrongUnknown);
      // Why no attempt can be begun, and what it takes, is said where one begins.
      if (conducted !== undefined && phase.is === 'result' && error instanceof DeliveryError && error.code !== 'OFFLINE') setPhase({ is: 'introduction' });
    } finally {
      setBusy(false);
    }
  };
  const start = (): Promise<void> => attemptTo(async () => ({ is: 'taking', attempt: await session.startAttempt(assessment.id) }));
  const submit = async (attempt: Attempt, responses: { [item: string]: ItemResponse }): Promise<void> => {
    if (submitting.current) return;
    submitting.current = true;
    await attemptTo(async () => ({ is: 'result', attempt, responses, result: await session.submitAttempt(attempt, responses) }));
    submitting.current = false;
  };
  const { language } = session.outline;
  const spoken = useRef(language);
  useEffect(() => {
    const { languages } = session.delivery;
    if (spoken.current === language || languages === undefined) return;
    spoken.current = language;
    // The same form is drawn again from its seed, and the same answers stand in it.
    if (phase.is === 'taking') void start();
    if (phase.is === 'result') {
      const { attempt, responses, result } = phase;
      void attemptTo(async () => {
        const told = await languages.retell({ ...attempt, responses });
        return { is: 'result', responses, attempt: told.attempt, result: { ...told.result, attemptsLeft: result.attemptsLeft } };
      });
    }
  }, [language]);
  switch (phase.is) {
    case 'introduction':
      return <screens.Introduction step={step} busy={busy} problem={problem} onStart={() => void start()} />;
    case 'taking':
      return <screens.Taking key={phase.attempt.id} assessment={assessment} attempt={phase.attempt} busy={busy} problem={problem} onSubmit={(responses) => submit(phase.attempt, responses)} onAgain={() => void start()} />;
    case 'result':
      return <screens.Results step={step} attempt={phase.attempt} responses={phase.responses} result={phase.result} busy={busy} problem={problem} onStartAgain={() => void start()} />;
  }
}
