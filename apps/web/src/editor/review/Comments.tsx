import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState } from 'react';
import { useMutation } from 'urql';
import { CommentOnItemDocument, ResolveCommentDocument, type ItemCommentsQuery } from '../../generated/graphql.js';
import { fieldFaults } from '../../states/faults.js';
import { When } from '../../time/When.js';
import { pathOf, pointerOf } from '../document/paths.js';
import { useItemForm } from '../form/ItemForm.js';
import { labelOf, leavesOf } from '../history/differences.js';

export type Comment = NonNullable<ItemCommentsQuery['item']>['comments']['nodes'][number];
interface Props { item: string; comments: readonly Comment[]; /** where a new comment goes, as its author chose */ place: string; setPlace: (place: string) => void; mayComment: boolean; goTo: (pointer: string) => void; changed: () => void }

/** What people say to each other about places of the item. */
export function Comments({ item, comments, place, setPlace, mayComment, goTo, changed }: Props) {
  const [withDone, setWithDone] = useState(false);
  const threads = comments.filter(({ replyTo }) => replyTo === null);
  const done = threads.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const shown = threads.filter(({ resolvedAt }) => withDone || resolvedAt === null);
  return (
    <div className="stack">
      {mayComment && <NewComment item={item} place={place} setPlace={setPlace} changed={changed} />}
      {shown.length === 0 && <p className="quiet small">{done > 0 ? 'Every comment is dealt with.' : 'Nobody has commented. Use “Comment” at a field to speak of that place.'}</p>}
      <ul className="lines">{shown.map((comment) => <Thread key={comment.id} item={item} first={comment} replies={comments.filter(({ replyTo }) => replyTo === comment.id)} mayComment={mayComment} goTo={goTo} changed={changed} />)}</ul>
      {done > 0 && <Checkbox size="sm" label={`Show ${done} dealt with`} checked={withDone} onChange={(event) => setWithDone(event.currentTarget.checked)} />}
    </div>
  );
}

const nameOfPlace = (place: string): string => (place === '' ? 'the question as a whole' : labelOf(pathOf(place)).toLowerCase() || 'a row');

function NewComment({ item, place, setPlace, changed }: { item: string; place: string; setPlace: (place: string) => void; changed: () => void }) {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [{ fetching }, send] = useMutation(CommentOnItemDocument);
  const { document } = useItemForm();
  const places = leavesOf(document).filter(({ path }) => path[0] !== 'id' && path[0] !== 'kind').map(({ path, label }) => ({ value: pointerOf(path), label }));
  async function put(): Promise<void> {
    const { error } = await send({ input: { item, text: said, place } });
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (error !== undefined) return;
    setSaid('');
    setPlace('');
    changed();
  }
  return (
    <div className="stack tight">
      <NativeSelect size="xs" label="Comment on" value={place} onChange={(event) => setPlace(event.currentTarget.value)} data={[{ value: '', label: 'The question as a whole' }, ...(place === '' || places.some(({ value }) => value === place) ? [] : [{ value: place, label: nameOfPlace(place) }]), ...places]} />
      <Textarea id="new-comment" aria-label={`Comment on ${nameOfPlace(place)}`} autosize={false} rows={2} value={said} error={fault} onChange={(event) => setSaid(event.currentTarget.value)} />
      <div className="row"><Button size="xs" loading={fetching} disabled={said.trim() === ''} onClick={() => void put()}>Comment</Button></div>
    </div>
  );
}

function Thread({ item, first, replies, mayComment, goTo, changed }: { item: string; first: Comment; replies: readonly Comment[]; mayComment: boolean; goTo: (pointer: string) => void; changed: () => void }) {
  const [reply, setReply] = useState<string | null>(null);
  const [, send] = useMutation(CommentOnItemDocument);
  const [, resolve] = useMutation(ResolveCommentDocument);
  async function answer(): Promise<void> {
    const { error } = await send({ input: { item, text: reply ?? '', replyTo: first.id } });
    if (error !== undefined) return;
    setReply(null);
    changed();
  }
  const turn = async (): Promise<void> => {
    const { error } = await resolve({ id: first.id, resolved: first.resolvedAt === null });
    if (error === undefined) changed();
  };
  return (
    <li className={first.resolvedAt === null ? 'thread' : 'thread done'}>
      <p className="small"><button type="button" className="link" onClick={() => goTo(first.place)}>{first.place === '' ? 'The whole question' : nameOfPlace(first.place)}</button>{first.resolvedAt !== null && <span className="sign good" data-sign="✓"> dealt with</span>}</p>
      {[first, ...replies].map(({ id, by, text, at }) => <p key={id}><strong>{by?.name ?? 'Somebody'}</strong> <span className="quiet small"><When at={at} /></span><br />{text}</p>)}
      {mayComment && (reply === null
        ? <p className="row small"><button type="button" className="link" onClick={() => setReply('')}>Answer</button><button type="button" className="link" onClick={() => void turn()}>{first.resolvedAt === null ? 'Resolve' : 'Open again'}</button></p>
        : <div className="stack tight"><Textarea aria-label={`Answer to ${first.by?.name ?? 'the comment'}`} autoFocus autosize={false} rows={2} value={reply} onChange={(event) => setReply(event.currentTarget.value)} /><div className="row"><Button size="xs" disabled={reply.trim() === ''} onClick={() => void answer()}>Answer</Button><Button size="xs" variant="subtle" onClick={() => setReply(null)}>Cancel</Button></div></div>)}
    </li>
  );
}
