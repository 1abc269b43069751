import { useEffect, useRef, useState } from 'react';
import { useClient, useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { type AnswerToGradeFragment, NextAnswerDocument, OneAnswerDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

export interface Answers {
  /** null: there is none that is mine */
  answer: AnswerToGradeFragment | null | 'loading';
  /** counts what was shown, so that a form begins anew with each */
  turn: number;
  /** why the first one could not be had */
  failed: string | null;
  /** Each gives what went wrong; null: nothing. */
  open: () => Promise<string | null>;
  next: () => Promise<string | null>;
  /** to the answer that was shown before; null: there was none */
  previous: (() => Promise<string | null>) | null;
  show: (answer: AnswerToGradeFragment) => void;
}

/** A queue's answers as one grader goes through them: given out by the server one by one, and those that she has seen again. */
export function useAnswers(queue: string, moderate: boolean): Answers {
  const client = useClient();
  const [, ask] = useMutation(NextAnswerDocument);
  const [answer, setAnswer] = useState<Answers['answer']>('loading');
  const [failed, setFailed] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  /** ids in the order in which they were shown, and which of them is now */
  const [seen, setSeen] = useState<{ ids: string[]; at: number }>({ ids: [], at: -1 });

  function show(found: AnswerToGradeFragment | null) {
    setAnswer(found);
    setTurn((now) => now + 1);
    if (found === null) return;
    setSeen(({ ids }) => { const at = ids.indexOf(found.id); return at === -1 ? { ids: [...ids, found.id], at: ids.length } : { ids, at }; });
  }
  async function open(after: string | null = null): Promise<string | null> {
    const { data, error } = await ask({ queue, after, moderate });
    if (error !== undefined) {
      setFailed(faultOf(error).message);
      return faultOf(error).message;
    }
    setFailed(null);
    const found = data?.nextAnswer ?? null;
    // At the end of the queue what was passed over comes again.
    if (found === null && after !== null) return open();
    if (found !== null && answer !== 'loading' && answer !== null && found.id === answer.id) announce('This is the only one left for you.');
    else show(found);
    return null;
  }
  async function again(id: string): Promise<string | null> {
    const { data, error } = await client.query(OneAnswerDocument, { id }, { requestPolicy: 'network-only' }).toPromise();
    if (error !== undefined) return faultOf(error).message;
    if (data !== undefined) show(data.gradingAnswer);
    return null;
  }
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    void open();
  });

  const before = seen.ids[seen.at - 1];
  const after = seen.ids[seen.at + 1];
  return {
    answer, turn, failed, show, open: () => open(),
    next: () => (after !== undefined ? again(after) : open(answer === 'loading' || answer === null ? null : answer.id)),
    previous: before === undefined ? null : () => again(before),
  };
}
