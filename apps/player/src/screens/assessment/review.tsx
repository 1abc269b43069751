import { plainText, type ItemResponse, type ItemView } from '@preceptor/assessment';
import type { OutlineAssessment } from '@preceptor/course/delivery';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { isReady } from '../../items/registry.js';
import { useApp } from '../../session/app.js';
import { Heading } from '../heading.js';

interface Props {
  assessment: OutlineAssessment; items: ItemView[]; answers: { [item: string]: ItemResponse }; flags: ReadonlySet<string>;
  timer: ComponentChildren; linear: boolean; busy: boolean; problem: string | null;
  onGo(to: number): void; onSubmit(): void;
}

/** What was answered and what was not, before all of it is submitted for good. */
export function Review({ assessment, items, answers, flags, timer, linear, busy, problem, onGo, onSubmit }: Props) {
  const { words } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = items.filter((item) => !isReady(item, answers[item.id])).length;
  const said = open === 0 ? words.allAnswered : words.unanswered(open);
  return (
    <article class="column taking">
      <div class="taking-head"><p class="eyebrow">{assessment.title}</p>{timer}</div>
      <Heading key="review">{words.reviewTitle}</Heading>
      <p class={open === 0 ? '' : 'warn'}>{said}</p>
      <ol class="review-list">
        {items.map((item, index) => {
          const row = <><span class="stem-start">{plainText(item.stemHtml)}</span><span class={`state ${isReady(item, answers[item.id]) ? '' : 'warn'}`}>{isReady(item, answers[item.id]) ? words.isAnswered : words.notAnswered}{flags.has(item.id) && `${words.comma} ${words.flagged}`}</span></>;
          return <li key={item.id}>{linear ? <div class="review-row">{row}</div> : <button type="button" class="review-row" onClick={() => onGo(index)}>{row}</button>}</li>;
        })}
      </ol>
      {problem !== null && <p class="complaint" role="alert">{problem}</p>}
      <p class="actions"><button type="button" class="primary" aria-disabled={busy} onClick={() => busy || dialog.current?.showModal()}>{busy ? words.submitting : words.submit}</button></p>
      <dialog ref={dialog} class="confirm" aria-labelledby="confirm-title">
        <h2 id="confirm-title">{words.submitConfirm}</h2>
        <p class={open === 0 ? '' : 'warn'}>{said} {words.submitFinal}</p>
        <form method="dialog" class="actions">
          <button type="submit" class="quiet">{words.keepWorking}</button>
          <button type="submit" class="primary" onClick={onSubmit}>{words.submit}</button>
        </form>
      </dialog>
    </article>
  );
}
