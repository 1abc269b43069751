import type { ItemResponse, ItemView } from '@preceptor/assessment';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../../delivery/delivery.js';
import { isReady } from '../../items/registry.js';
import { Question } from '../../items/question.js';
import { Html } from '../../reading/html.js';
import { useApp } from '../../session/app.js';
import type { TakingProps } from '../../session/assessment-screens.js';
import { Heading } from '../heading.js';
import { useFlags } from './flags.js';
import { QuestionMap } from './question-map.js';
import { Review } from './review.js';
import { Timer } from './timer.js';
import { useAnswers } from './use-answers.js';

/** After this long without word from who scores, the learner goes on. */
const SLOW_MS = 4_000;

/** An attempt in progress: one question at a time, and a review before it is submitted. */
export function Taking({ assessment, attempt, busy, problem, onSubmit, secondsLeft = attempt.secondsLeft, now, tools }: TakingProps) {
  const { session, words, announce } = useApp();
  const { items, introHtml } = attempt.form;
  const immediate = assessment.feedback === 'immediate';
  const linear = assessment.navigation === 'linear';
  const answers = useAnswers(attempt, immediate);
  const flags = useFlags(attempt.id);
  const [at, setAt] = useState(() => firstOpen(items, attempt.responses, linear));
  const [outcomes, setOutcomes] = useState<{ [item: string]: Outcome | null }>({});
  const [asking, setAsking] = useState(false);
  const [complaint, setComplaint] = useState(false);
  const view = items[at];

  useEffect(() => {
    if (!immediate) return;
    for (const [item, response] of Object.entries(attempt.responses)) {
      void session.delivery.recall(item, response).then((known) => setOutcomes((before) => ({ ...before, [item]: known })), () => setOutcomes((before) => ({ ...before, [item]: null })));
    }
  }, [attempt]);

  const go = (to: number): void => {
    answers.keep();
    setComplaint(false);
    setAt(to);
  };
  const check = async (): Promise<void> => {
    if (view === undefined || asking) return;
    if (!isReady(view, answers.responses[view.id])) {
      setComplaint(true);
      announce(words.answerFirst);
      return;
    }
    setAsking(true);
    const know = (outcome: Outcome | null): void => {
      setOutcomes((before) => ({ ...before, [view.id]: outcome }));
      setAsking(false);
      announce(outcome === null ? words.answerKept : words.verdicts[outcome.score.outcome]);
    };
    const slow = setTimeout(() => know(null), SLOW_MS);
    const outcome = await answers.handIn(view.id).catch(() => null);
    clearTimeout(slow);
    know(outcome);
  };
  const submit = (): Promise<void> => {
    answers.keep();
    return onSubmit(answers.current());
  };
  const submitNow = useRef(submit);
  submitNow.current = submit;
  useEffect(() => session.onTimeOver(() => submitNow.current()), []);
  const timer = <>{secondsLeft !== null && <Timer secondsLeft={secondsLeft} now={now} onOver={() => void submit()} />}{tools?.(answers.keep)}</>;
  if (view === undefined) {
    return <Review assessment={assessment} items={items} answers={answers.responses} flags={flags.flagged} timer={timer} linear={linear} busy={busy} problem={problem} onGo={go} onSubmit={() => void submit()} />;
  }
  const checked = view.id in outcomes;
  return (
    <article class="column taking">
      <div class="taking-head"><p class="eyebrow">{assessment.title}</p>{timer}</div>
      <Heading key={view.id} title={`${words.questionOf(at + 1, items.length)}${words.comma} ${assessment.title}`}>{words.questionOf(at + 1, items.length)}</Heading>
      {at === 0 && introHtml !== '' && <Html html={introHtml} />}
      <Question
        key={`q-${view.id}`} view={view} response={answers.responses[view.id]} locked={checked || asking} outcome={outcomes[view.id] ?? null}
        onChange={(response) => {
          setComplaint(false);
          answers.change(view.id, response);
        }}
      />
      {checked && outcomes[view.id] === null && <p class="hint">{words.answered}</p>}
      {complaint && <p class="complaint">{words.answerFirst}</p>}
      <div class="taking-actions">
        {!linear && at > 0 && <button type="button" class="quiet" onClick={() => go(at - 1)}>{words.previousQuestion}</button>}
        {!linear && <button type="button" class={`quiet ${flags.flagged.has(view.id) ? 'flag-on' : ''}`} onClick={() => flags.toggle(view.id)}>{flags.flagged.has(view.id) ? words.unflag : words.flag}</button>}
        {immediate && !checked
          ? <button type="button" class="primary" aria-disabled={asking} onClick={() => void check()}>{words.checkAnswer}</button>
          : <button type="button" class="primary" onClick={() => go(at + 1)}>{at === items.length - 1 ? words.review : words.nextQuestion}</button>}
      </div>
      {linear ? <p class="hint">{words.linearHelp}</p> : <QuestionMap items={items} at={at} answers={answers.responses} flags={flags.flagged} onGo={go} />}
    </article>
  );
}

/** Where an attempt is taken up again: at the first question without an answer; past them all, at the review. */
function firstOpen(items: ItemView[], responses: { [item: string]: ItemResponse }, linear: boolean): number {
  if (Object.keys(responses).length === 0) return 0;
  if (linear) return Math.max(-1, ...items.flatMap((item, index) => (item.id in responses ? [index] : []))) + 1;
  const open = items.findIndex((item) => !isReady(item, responses[item.id]));
  return open === -1 ? items.length : open;
}
