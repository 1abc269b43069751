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
import { stemOf } from './stem.js';

export interface Judgement { levels: Record<string, number>; comment: string }
interface Props { answer: AnswerToGradeFragment; busy: boolean; fault: string | null; save: (judgement: Judgement) => void; skip: () => void; undo: (() => void) | null }

const turns = { FIRST: null, SECOND: 'You are the second grader: what the first chose is shown once you have graded.', MODERATION: 'Two graders are too far apart. What you choose counts.' };

/** One answer with its rubric. All of it works by keys, as long as the focus is within it. */
export function AnswerForm({ answer, busy, fault, save, skip, undo }: Props) {
  const { rubric } = answer;
  const own = answer.marks.find((mark) => mark.own);
  const [levels, setLevels] = useState<Record<string, number>>(() => readLevels(own?.levels));
  const [comment, setComment] = useState(own?.comment ?? '');
  const [at, setAt] = useState(0);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const question = useRef<HTMLDetailsElement>(null);
  const model = useRef<HTMLDetailsElement>(null);
  useEffect(() => { form.current?.focus({ preventScroll: true }); }, []);

  const choose = (criterion: number, level: number) => {
    const found = rubric[criterion];
    if (found === undefined || found.levels[level] === undefined) return;
    setLevels((before) => ({ ...before, [found.id]: level }));
    setAt(Math.min(criterion + 1, rubric.length - 1));
    setMissing(false);
  };
  const submit = () => {
    if (busy) return;
    const open = rubric.findIndex(({ id }) => levels[id] === undefined);
    if (open === -1) { save({ levels, comment }); return; }
    setAt(open);
    setMissing(true);
  };
  const fold = (details: HTMLDetailsElement | null) => { if (details !== null) details.open = !details.open; };
  const commands: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(at + 1, rubric.length - 1)), ArrowUp: () => setAt(Math.max(at - 1, 0)),
    c: () => box.current?.focus(), q: () => fold(question.current), m: () => fold(model.current), s: skip, u: () => undo?.(),
  };
  function pressed(event: KeyboardEvent<HTMLFormElement>) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    // In the comment keys write, buttons and folds keep their own; Enter elsewhere saves.
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || (target instanceof HTMLElement && target.tagName === 'SUMMARY' && event.key === 'Enter')) return;
    const act = event.key === 'Enter' ? submit : /^[1-9]$/.test(event.key) ? () => choose(at, Number(event.key) - 1) : commands[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <form ref={form} tabIndex={-1} className="grading" aria-label="Grade this answer" onKeyDown={pressed} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className="stack">
        <details ref={question}><summary>The question</summary><Html html={stemOf(answer.item)} /></details>
        {answer.modelAnswerHtml !== null && <details ref={model}><summary>A model answer</summary><Html html={answer.modelAnswerHtml} /></details>}
        <section aria-labelledby="answer" className="stack tight">
          <h2 id="answer">{answer.learner === null ? 'The answer' : `The answer of ${answer.learner.name}`}</h2>
          <p className="small quiet">Submitted <When at={answer.submittedAt} /></p>
          <ResponseText response={answer.response} />
        </section>
      </div>
      <div className="stack judge">
        {answer.turn !== null && turns[answer.turn] !== null && <p className="small quiet">{turns[answer.turn]}</p>}
        {answer.turn === 'MODERATION' && <BothMarks answer={answer} />}
        <Rubric rubric={rubric} levels={levels} at={at} choose={choose} />
        <Comment value={comment} change={setComment} box={box} done={submit} leave={() => form.current?.focus({ preventScroll: true })} />
        {missing && <p role="alert" className="bad small">Choose a level for “{rubric[at]?.title}” first.</p>}
        {fault !== null && <p role="alert" className="bad small">{fault} What you chose is still here: save again.</p>}
        <div className="row">
          <Button type="submit" loading={busy}>Save and go on</Button>
          <Button variant="default" onClick={skip} disabled={busy}>Skip</Button>
          {undo !== null && <Button variant="default" onClick={undo} disabled={busy}>Undo the last</Button>}
        </div>
        <Keys levels={Math.max(0, ...rubric.map((criterion) => criterion.levels.length))} model={answer.modelAnswerHtml !== null} undo={undo !== null} />
      </div>
    </form>
  );
}

function readLevels(levels: unknown): Record<string, number> {
  if (typeof levels !== 'object' || levels === null) return {};
  return Object.fromEntries(Object.entries(levels).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
