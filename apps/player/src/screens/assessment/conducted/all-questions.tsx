import { useEffect, useRef, useState } from 'preact/hooks';
import { Question } from '../../../items/question.js';
import { Html } from '../../../reading/html.js';
import { useApp } from '../../../session/app.js';
import type { TakingProps } from '../../../session/assessment-screens.js';
import { Heading } from '../../heading.js';
import { useFlags } from '../flags.js';
import { Review } from '../review.js';
import { Timer } from '../timer.js';
import { useAnswers } from '../use-answers.js';

/** An attempt with all its questions on one page, and the same review before it is submitted. */
export function AllQuestions({ assessment, attempt, busy, problem, onSubmit, secondsLeft = attempt.secondsLeft, now, tools }: TakingProps) {
  const { session, words } = useApp();
  const { items, introHtml } = attempt.form;
  const answers = useAnswers(attempt, false);
  const flags = useFlags(attempt.id);
  const [reviewing, setReviewing] = useState(false);
  const [goTo, setGoTo] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const submit = (): Promise<void> => {
    answers.keep();
    return onSubmit(answers.current());
  };
  const submitNow = useRef(submit);
  submitNow.current = submit;
  useEffect(() => session.onTimeOver(() => submitNow.current()), []);
  useEffect(() => {
    const place = goTo === null || reviewing ? null : list.current?.children[goTo];
    if (place instanceof HTMLElement) place.focus();
  }, [goTo, reviewing]);
  const timer = <>{secondsLeft !== null && <Timer secondsLeft={secondsLeft} now={now} onOver={() => void submit()} />}{tools?.(answers.keep)}</>;
  if (reviewing) {
    const go = (index: number): void => {
      setGoTo(index);
      setReviewing(false);
    };
    return <Review assessment={assessment} items={items} answers={answers.responses} flags={flags.flagged} timer={timer} linear={false} busy={busy} problem={problem} onGo={go} onSubmit={() => void submit()} />;
  }
  return (
    <article class="column taking">
      <div class="taking-head">{timer}</div>
      <Heading key="all">{assessment.title}</Heading>
      {introHtml !== '' && <Html html={introHtml} />}
      <ol class="all-questions" ref={list}>
        {items.map((view, index) => (
          <li key={view.id} tabIndex={-1}>
            <h2>{words.questionOf(index + 1, items.length)}</h2>
            <Question view={view} response={answers.responses[view.id]} locked={false} outcome={null} onChange={(response) => answers.change(view.id, response)} />
          </li>
        ))}
      </ol>
      {problem !== null && <p class="complaint" role="alert">{problem}</p>}
      <div class="taking-actions"><button type="button" class="primary" onClick={() => { answers.keep(); setReviewing(true); }}>{words.review}</button></div>
    </article>
  );
}
