import { isAnswered, plainText, type ItemResponse, type ItemView } from '@preceptor/assessment';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../delivery/delivery.js';
import { Question } from '../items/question.js';
import { useApp } from '../session/app.js';

/** How a question in a lesson stands: being answered, handed in and not yet scored, or scored. */
type Phase = 'open' | 'asking' | 'kept' | 'scored';

/** A knowledge check set into a lesson's text. It may be answered as often as one likes; the last answer counts. */
export function Check({ view, lesson }: { view: ItemView; lesson: string }) {
  const { session, words, announce } = useApp();
  const before = session.store.get().progress.checks[view.id];
  const [response, setResponse] = useState<ItemResponse | undefined>(() => storedResponse(before?.response));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [phase, setPhase] = useState<Phase>(before === undefined || response === undefined ? 'open' : 'kept');
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
    if (response === undefined || !isAnswered(view, response)) {
      setComplaint(true);
      announce(words.answerFirst);
      return;
    }
    setPhase('asking');
    const latencySeconds = Math.round((performance.now() - shownAt.current) / 100) / 10;
    const earned = await session.answer({ item: view.id, lesson, response, latencySeconds }).catch(() => null);
    if (!mounted.current) return;
    setOutcome(earned);
    setPhase(earned === null ? 'kept' : 'scored');
    announce(earned === null ? words.answerKept : spoken(earned, response));
  };
  const spoken = (earned: Outcome, given: ItemResponse): string => {
    const verdicts = { correct: words.right, partial: words.partlyRight, incorrect: words.notRight, unanswered: words.notRight, pending: words.pending };
    const why = [...(typeof given.value === 'string' ? [earned.feedback?.byChoice[given.value] ?? ''] : []), ...(earned.feedback?.html ?? [])];
    return `${verdicts[earned.score.outcome]}. ${why.map(plainText).join(' ')}`;
  };
  const again = (): void => {
    setOutcome(null);
    setPhase('open');
    shownAt.current = performance.now();
  };
  const scaled = before?.scaled ?? 0;
  return (
    <section class="check" aria-label={words.check}>
      <p class="label">{words.check}</p>
      <Question
        view={view} response={response} outcome={outcome} locked={phase !== 'open'}
        onChange={(next) => {
          setResponse(next);
          setComplaint(false);
        }}
      />
      {phase === 'kept' && before !== undefined && outcome === null && <p class="hint">{words.answered}{session.store.get().save === 'waiting' ? `. ${words.answerKept}` : scaled === 1 ? `: ${words.right}` : ''}</p>}
      {phase === 'kept' && before === undefined && <p class="hint">{words.answerKept}</p>}
      {complaint && <p class="complaint">{words.answerFirst}</p>}
      <p class="actions">
        {phase === 'open' || phase === 'asking'
          ? <button type="button" class="primary" aria-disabled={phase === 'asking'} onClick={() => phase === 'open' && void handIn()}>{view.kind === 'long-text' ? words.saveAnswer : words.checkAnswer}</button>
          : <button type="button" class="quiet" onClick={again}>{words.tryAgain}</button>}
      </p>
    </section>
  );
}

function storedResponse(value: unknown): ItemResponse | undefined {
  return typeof value === 'object' && value !== null && 'value' in value ? (value as ItemResponse) : undefined;
}
