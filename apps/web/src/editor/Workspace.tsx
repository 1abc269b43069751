import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useClient, useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { Page } from '../frame/Page.js';
import { EditedItemDocument, RestoreItemDocument, UnwaiveFindingDocument, WaiveFindingDocument, type ItemStandingFragment } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { PictureChooser } from './about/PictureChooser.js';
import { withIds } from './document/ids.js';
import { kindOf, kindsInWords } from './document/item-kinds.js';
import { isRecord, type ItemDocument } from './document/paths.js';
import { useDraft } from './document/useDraft.js';
import { nothingAt } from './findings/said.js';
import { ItemFormContext, type ItemForm, type Medium } from './form/ItemForm.js';
import type { EditedItem } from './edited-item.js';
import { Panels, type PanelName } from './Panels.js';
import { ReviewBar } from './review/ReviewBar.js';
import { ConflictDialog } from './saving/ConflictDialog.js';
import { Leaving } from './saving/Leaving.js';
import { Recovered } from './saving/Recovered.js';
import { useSaving } from './saving/useSaving.js';
import { Steps } from './Steps.js';
import { useChecked } from './useChecked.js';
import { useComments } from './useComments.js';
import { usePulse } from './usePulse.js';
import { WriteForm } from './WriteForm.js';

const documentOf = (value: unknown): ItemDocument => (isRecord(value) ? withIds(value) : {});

/** Everything about one question, with what is written held here: saved by itself, checked as it is typed, and never lost. */
export function Workspace({ item, media: first, account, reload }: { item: EditedItem; media: readonly Medium[]; account: string; reload: () => void }) {
  const client = useClient();
  const [opened] = useState(() => ({ revision: item.revision, document: documentOf(item.document) }));
  const draft = useDraft(opened.document);
  const [standing, setStanding] = useState<ItemStandingFragment>(item);
  const [media, setMedia] = useState(() => new Map(first.map((medium) => [medium.path, medium])));
  const [choosing, setChoosing] = useState<((medium: Medium | null) => void) | null>(null);
  const [panel, setPanel] = useState<PanelName>('write');
  const [place, setPlace] = useState('');
  const [notice, setNotice] = useState<string | null>(null);
  const comments = useComments(item.id);
  const language = item.bank.course?.language ?? 'en';
  const readOnly = !standing.may.edit.allowed;
  const saving = useSaving({
    item: item.id, account, document: draft.document, opened, onSaved: setStanding,
    onJoined: (document, by) => { draft.replace(document); setNotice(`${by} changed this question meanwhile; both your changes are in it.`); },
  });
  const { item: compiled, said } = useChecked(draft.document, media, standing, !saving.isDirty, comments.open, language);

  const take = useCallback((document: ItemDocument, next: ItemStandingFragment): void => {
    saving.adopt(next.revision, document);
    draft.replace(document);
    setStanding(next);
  }, [saving.adopt, draft.replace]);
  const fetchNewest = async (by: string): Promise<void> => {
    if (saving.isDirty) return;
    const { data } = await client.query(EditedItemDocument, { id: item.id }, { requestPolicy: 'network-only' }).toPromise();
    if (data?.item === null || data?.item === undefined) return;
    take(documentOf(data.item.document), data.item);
    setNotice(`${by} changed this question; this is how it is now.`);
  };
  usePulse(item.id, saving.revision, (by) => void fetchNewest(by));

  const [, waive] = useMutation(WaiveFindingDocument);
  const [, unwaive] = useMutation(UnwaiveFindingDocument);
  const [, restoreItem] = useMutation(RestoreItemDocument);
  const setWaiver = async (rule: string, reason: string): Promise<string | null> => {
    await saving.flush();
    if (reason === '') {
      const { data, error } = await unwaive({ item: item.id, rule });
      if (data !== undefined) setStanding(data.unwaiveFinding);
      return error === undefined ? null : Object.values(fieldFaults(error)).join(' ');
    }
    const { data, error } = await waive({ item: item.id, rule, reason });
    if (data !== undefined) setStanding(data.waiveFinding);
    return error === undefined ? null : Object.values(fieldFaults(error)).join(' ');
  };
  const restore = async (revision: number): Promise<string | null> => {
    if (!(await saving.flush())) return 'Your last changes could not be saved yet. Try again in a moment.';
    const { data, error } = await restoreItem({ id: item.id, revision: saving.current(), restore: revision });
    if (error !== undefined) return Object.values(fieldFaults(error)).join(' ');
    if (data !== undefined) take(documentOf(data.restoreItem.document), data.restoreItem);
    announce('The earlier version is back. What was there is in the history.');
    return null;
  };

  const goTo = useCallback((pointer: string): void => {
    setPanel('write');
    requestAnimationFrame(() => focusOn(pointer));
  }, []);
  const form = useMemo((): ItemForm => ({
    document: draft.document, change: draft.change, readOnly, at: (pointer) => said.places.get(pointer) ?? nothingAt, touch: () => undefined,
    media: {
      at: (path) => media.get(path) ?? null,
      choose: readOnly ? null : () => new Promise((resolve) => setChoosing(() => (medium: Medium | null) => {
        if (medium !== null) setMedia((before) => new Map(before).set(medium.path, medium));
        setChoosing(null);
        resolve(medium?.path ?? null);
      })),
    },
    waive: standing.may.waive.allowed ? setWaiver : null,
    comment: standing.may.comment.allowed ? (pointer) => { setPlace(pointer); setPanel('comments'); requestAnimationFrame(() => window.document.getElementById('new-comment')?.focus()); } : null,
  }), [draft.document, draft.change, readOnly, said, media, standing]);
  const kind = kindOf(draft.document);

  return (
    <Page title={item.name} within={item.bank.title} trail={<><Link to="/bank">Questions</Link> › <Link to="/bank/$bank" params={{ bank: item.bank.id }} search={item.folder === null ? {} : { folder: item.folder.id }}>{item.bank.title}{item.folder !== null && ` › ${item.folder.title}`}</Link></>}
      lead={<>{kind === null ? 'A question of an unknown kind' : kindsInWords[kind].name}{standing.author !== null && `, begun by ${standing.author.name}`}</>} actions={<Steps draft={draft} saving={saving} readOnly={readOnly} />}>
      <ItemFormContext value={form}>
        <Recovered item={item.id} account={account} opened={opened} restore={(document) => draft.replace(document)} settle={saving.settle} />
        {notice !== null && <p className="notice" role="status">{notice} <button type="button" className="link" onClick={() => setNotice(null)}>Close</button></p>}
        {readOnly && standing.may.edit.reason !== null && <p className="notice">{standing.may.edit.reason}</p>}
        <ReviewBar standing={standing} flush={saving.flush} revision={saving.current} onDone={(next) => { setStanding(next); comments.again(); }} />
        <div className="desk" data-panel={panel}>
          <WriteForm kind={kind} item={item} draft={draft} />
          <Panels panel={panel} setPanel={setPanel} item={item.id} compiled={compiled} said={said} comments={comments} place={place} setPlace={setPlace} mayComment={standing.may.comment.allowed} goTo={goTo} language={language} revision={saving.revision} mayRestore={!readOnly} restore={restore} />
        </div>
        {choosing !== null && <PictureChooser choose={choosing} />}
        {saving.conflict !== null && <ConflictDialog conflict={saving.conflict} mine={draft.document} settle={(document) => { const revision = saving.conflict?.revision; if (revision === undefined) return; saving.settle(revision); draft.replace(document); }} />}
        <Leaving saving={saving} />
        {saving.state === 'refused' && <p className="notice" role="alert">{saving.message} Your text is kept on this device. <button type="button" className="link" onClick={reload}>Load the question again</button></p>}
      </ItemFormContext>
    </Page>
  );
}

/** Moves the focus into the field at a place, or the nearest around it, unfolding what hides it. */
function focusOn(pointer: string): void {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = window.document.querySelector<HTMLElement>(`.write [data-place="${CSS.escape(at)}"]`);
    if (place !== null) {
      place.closest('details')?.setAttribute('open', '');
      place.scrollIntoView({ block: 'center' });
      (place.querySelector<HTMLElement>('[role="textbox"], textarea, input, select, button:not(.comment-mark)') ?? place).focus({ preventScroll: true });
      return;
    }
    if (at === '') return;
  }
}
