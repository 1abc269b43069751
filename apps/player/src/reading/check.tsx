import { plainText, type ItemResponse, type ItemView } from '@preceptor/assessment';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../delivery/delivery.js';
import { isReady } from '../items/registry.js';
import { Question } from '../items/question.js';
import { useApp, useSession } from '../session/app.js';

/** How a question in a lesson stands: being answered, handed in and not yet scored, or scored. */
type Phase = 'open' | 'asking' | 'kept' | 'scored';

/** After this long without word from who scores, the learner goes on; what the answer earned is shown when it comes. */
const SLOW_MS = 4_000;

/** A knowledge check set into a lesson's text. It may be answered as often as one likes; the last answer counts. */
export function Check({ view, lesson }: { view: ItemView; lesson: string }) {
  const { session, words, announce } = useApp();
  const { progress, save } = useSession();
  const [before] = useState(progress.checks[view.id]);
  const [draft] = useState(session.drafts.get(view.id));
  const [response, setResponse] = useState<ItemResponse | undefined>(() => draft ?? storedResponse(before?.response));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [phase, setPhase] = useState<Phase>(draft !== undefined || before === undefined || response === undefined ? 'open' : 'kept');
  const [complaint, setComplaint] = useState(false);
  const shownAt = useRef(performance.now());
  const mounted = useRef(true);
  useEffect(() => () => void (mounted.current = false), []);

  useEffect(() => {
    if (phase !== 'kept' || response === undefined) return;
    void session.delivery.recall(view.id, response).then((known) => {
      if (known === null || !mounted.current) return;
      setOutcome(known);
      setPhase('scored');
    }, () => undefined);
  }, []);

  const handIn = async (): Promise<void> => {
    if (response === undefined || !isReady(view, response)) {
      setComplaint(true);
      announce(words.answerFirst);
      return;
    }
    setPhase('asking');
    session.drafts.delete(view.id);
    const latencySeconds = Math.round((performance.now() - shownAt.current) / 100) / 10;
    const slow = setTimeout(() => mounted.current && setPhase('kept'), SLOW_MS);
    const earned = await session.answer({ item: view.id, lesson, response, latencySeconds }).catch(() => null);
    clearTimeout(slow);
    if (!mounted.current) return;
    setOutcome(earned);
    setPhase(earned === null ? 'kept' : 'scored');
    announce(earned === null ? words.answered : spoken(earned, response));
  };
  const spoken = (earned: Outcome, given: ItemResponse): string => {
    const why = [...(typeof given.value === 'string' ? [earned.feedback?.byChoice[given.value] ?? ''] : []), ...(earned.feedback?.html ?? [])];
    return `${words.verdicts[earned.score.outcome]}. ${why.map(plainText).join(' ')}`;
  };
  const again = (): void => {
    setOutcome(null);
    setPhase('open');
    // What a case tells after a decision can't be unread: it is gone through again from its beginning.
    if (view.kind === 'branching-case') setResponse(undefined);
    shownAt.current = performance.now();
  };
  return (
    <section class="check" aria-label={words.check}>
      <p class="label">{words.check}</p>
      <Question
        view={view} response={response} outcome={outcome} locked={phase !== 'open'}
        onChange={(next) => {
          setResponse(next);
          session.drafts.set(view.id, next);
          setComplaint(false);
        }}
      />
      {phase === 'kept' && <p class="hint">{save === 'waiting' ? words.answerKept : progress.checks[view.id]?.scaled === 1 ? `${words.answered}${words.colon} ${words.right}` : words.answered}</p>}
      {complaint && <p class="complaint">{words.answerFirst}</p>}
      <p class="actions">
        {phase === 'open' || phase === 'asking'
          ? <button type="button" class="primary" aria-disabled={phase === 'asking'} onClick={() => phase === 'open' && void handIn()}>{view.kind === 'long-text' || view.kind === 'upload' ? words.saveAnswer : words.checkAnswer}</button>
          : <button type="button" class="quiet" onClick={again}>{words.tryAgain}</button>}
      </p>
    </section>
  );
}

function storedResponse(value: unknown): ItemResponse | undefined {
  return typeof value === 'object' && value !== null && 'value' in value ? (value as ItemResponse) : undefined;
}
