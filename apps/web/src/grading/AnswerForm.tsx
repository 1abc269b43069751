import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Html } from '../answers/Html.js';
import type { AnswerToGradeFragment } from '../generated/graphql.js';
import { When } from '../time/When.js';
import { BothMarks } from './BothMarks.js';
import { Comment } from './Comment.js';
import { Keys } from './Keys.js';
import { ResponseText } from './ResponseText.js';
import { Rubric } from './Rubric.js';
import { pointsOf, readLevels } from './points.js';
import { stemOf } from './stem.js';

export interface Judgement { levels: Record<string, number>; comment: string }
interface Props { answer: AnswerToGradeFragment; busy: boolean; fault: string | null; save: (judgement: Judgement) => void; next: () => void; previous: (() => void) | null; undo: (() => void) | null }

const turns = { FIRST: null, SECOND: 'You are the second grader: what the first chose is shown once you have graded.', MODERATION: 'Two graders are too far apart. What you choose counts.' };

/** One answer with its rubric. All of it works by keys, as long as the focus is within it. */
export function AnswerForm({ answer, busy, fault, save, next, previous, undo }: Props) {
  const { rubric } = answer;
  const own = answer.marks.findLast((mark) => mark.own);
  const [levels, setLevels] = useState<Record<string, number>>(() => readLevels(own?.levels));
  const [comment, setComment] = useState(own?.comment ?? '');
  const [at, setAt] = useState(0);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const question = useRef<HTMLDetailsElement>(null);
  const model = useRef<HTMLDetailsElement>(null);
  useEffect(() => { form.current?.focus({ preventScroll: true }); }, []);
  const mine = answer.turn !== null;

  const choose = (criterion: number, level: number) => {
    const found = rubric[criterion];
    if (!mine || found === undefined || found.levels[level] === undefined) return;
    setLevels((before) => ({ ...before, [found.id]: level }));
    setAt(Math.min(criterion + 1, rubric.length - 1));
    setMissing(false);
  };
  const submit = () => {
    if (busy || !mine) return;
    const open = rubric.findIndex(({ id }) => levels[id] === undefined);
    if (open === -1) { save({ levels, comment }); return; }
    setAt(open);
    setMissing(true);
  };
  const fold = (details: HTMLDetailsElement | null) => { if (details !== null) details.open = !details.open; };
  const commands: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(at + 1, rubric.length - 1)), ArrowUp: () => setAt(Math.max(at - 1, 0)),
    c: () => box.current?.focus(), q: () => fold(question.current), m: () => fold(model.current), n: next, p: () => previous?.(), u: () => undo?.(),
  };
  function pressed(event: KeyboardEvent<HTMLFormElement>) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    // In the comment keys write, buttons and folds keep their own; Enter elsewhere saves.
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || (target instanceof HTMLElement && target.tagName === 'SUMMARY' && event.key === 'Enter')) return;
    const act = event.key === 'Enter' ? submit : /^[1-9]$/.test(event.key) ? () => choose(at, Number(event.key) - 1) : commands[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <form ref={form} tabIndex={-1} className="grading" aria-label={`Grade answer ${answer.number}`} onKeyDown={pressed} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className="stack">
        <details ref={question}><summary>The question</summary><Html html={stemOf(answer.item)} /></details>
        {answer.modelAnswerHtml !== null && <details ref={model}><summary>A model answer</summary><Html html={answer.modelAnswerHtml} /></details>}
        <section aria-labelledby="answer" className="stack tight">
          <h2 id="answer">Answer {answer.number}{answer.learner !== null && <span className="quiet"> by {answer.learner.name}</span>}</h2>
          <p className="small quiet">Submitted <When at={answer.submittedAt} /></p>
          <ResponseText response={answer.response} />
        </section>
      </div>
      <div className="stack judge">
        {answer.turn !== null && turns[answer.turn] !== null && <p className="told">{turns[answer.turn]}</p>}
        {!mine && <p className="told">This answer is decided, or waits for somebody else: you can look at it, not change it.</p>}
        {(answer.turn === 'MODERATION' || !mine) && <BothMarks answer={answer} />}
        <Rubric rubric={rubric} levels={levels} at={at} choose={choose} disabled={!mine} />
        <p className="total"><span className="quiet">Score</span> <strong className="number" aria-live="polite">{pointsOf(answer, levels)}</strong></p>
        {mine && <Comment value={comment} change={setComment} box={box} done={submit} leave={() => form.current?.focus({ preventScroll: true })} />}
        {missing && <p role="alert" className="bad small">Choose a level for “{rubric[at]?.title}” first.</p>}
        {fault !== null && <p role="alert" className="bad small">{fault}</p>}
        <div className="row">
          {mine && <Button type="submit" loading={busy}>Save and go on</Button>}
          {previous !== null && <Button variant="default" onClick={previous} disabled={busy}>Previous</Button>}
          <Button variant="default" onClick={next} disabled={busy}>{mine && own === undefined ? 'Skip' : 'Next'}</Button>
          {undo !== null && <Button variant="default" onClick={undo} disabled={busy}>Undo the last</Button>}
        </div>
        <Keys levels={Math.max(0, ...rubric.map((criterion) => criterion.levels.length))} model={answer.modelAnswerHtml !== null} />
      </div>
    </form>
  );
}
