import { useCallback, useEffect, useRef, useState } from 'react';
import { isRecord, type ItemDocument } from '../document/paths.js';
import { withIds } from '../document/ids.js';
import { forget, keep } from './kept.js';
import { sendItem, type Sent } from './send.js';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';
export type Conflict = Extract<Sent, { is: 'conflict' }>['conflict'];
export type Standing = Extract<Sent, { is: 'saved' }>['item'];

interface Setting {
  item: string;
  account: string;
  document: ItemDocument;
  /** the revision that the document was opened at, and what it was then */
  opened: { revision: number; document: ItemDocument };
  onSaved: (item: Standing) => void;
  /** Somebody else's changes were joined with ours. */
  onJoined: (document: ItemDocument, by: string) => void;
}
export interface Saving {
  state: SaveState;
  /** when the server last had all of it, ISO 8601 */
  savedAt: string | null;
  /** why it was refused */
  message: string | null;
  conflict: Conflict | null;
  revision: number;
  /** the revision at this moment, for whoever has just waited for `flush` */
  current: () => number;
  isDirty: boolean;
  /** Sends what is not sent yet; false where it could not be. */
  flush: () => Promise<boolean>;
  /** The document was joined by hand, from their revision. */
  settle: (revision: number) => void;
  /** The server has this document as this revision: it was fetched or restored. */
  adopt: (revision: number, document: ItemDocument) => void;
}

const pause = 900;
const longestPause = 4_000;
const retryAfter = 5_000;

/** Saves by itself as one writes, keeps on this device what is not saved, and tells when somebody else has saved meanwhile. */
export function useSaving({ item, account, document, opened, onSaved, onJoined }: Setting): Saving {
  const [editor] = useState(() => crypto.randomUUID());
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [revision, setRevision] = useState(opened.revision);
  const base = useRef({ revision: opened.revision, saved: opened.document });
  const now = useRef(document);
  now.current = document;
  const busy = useRef<Promise<boolean> | null>(null);
  const since = useRef<number | null>(null);
  const halted = useRef(false);
  const told = useRef({ onSaved, onJoined });
  told.current = { onSaved, onJoined };

  const send = useCallback(async (leaving: boolean): Promise<boolean> => {
    const sent = now.current;
    if (sent === base.current.saved) return true;
    if (halted.current) return false;
    setState('saving');
    const answer = await sendItem({ id: item, revision: base.current.revision, document: sent, editor }, leaving);
    if (answer.is === 'saved') {
      base.current = { revision: answer.item.revision, saved: sent };
      setRevision(answer.item.revision);
      setSavedAt(answer.item.updatedAt);
      setMessage(null);
      since.current = null;
      told.current.onSaved(answer.item);
      if (now.current === sent) forget(account, item);
      setState(now.current === sent ? 'saved' : 'waiting');
      return now.current === sent;
    }
    if (answer.is === 'conflict') {
      const { joined, fields, by } = answer.conflict;
      if (fields.length === 0 && isRecord(joined) && now.current === sent) {
        base.current = { revision: answer.conflict.revision, saved: isRecord(answer.conflict.document) ? answer.conflict.document : {} };
        told.current.onJoined(withIds(joined), by?.name ?? 'Somebody');
        setState('waiting');
        return false;
      }
      if (fields.length === 0) {
        // Written on meanwhile: sent again, what is newer is joined as well.
        setState('waiting');
        return false;
      }
      halted.current = true;
      setConflict(answer.conflict);
    }
    if (answer.is === 'refused') {
      halted.current = true;
      setMessage(answer.message);
    }
    setState(answer.is === 'offline' ? 'offline' : answer.is);
    return false;
  }, [item, account, editor]);

  const flush = useCallback(async (): Promise<boolean> => {
    if (busy.current !== null) await busy.current;
    if (now.current === base.current.saved) return true;
    busy.current = send(false).finally(() => { busy.current = null; });
    return busy.current;
  }, [send]);

  const isDirty = document !== base.current.saved;
  useEffect(() => {
    if (document === base.current.saved) return;
    keep(account, item, { document, revision: base.current.revision, at: new Date().toISOString() });
    if (halted.current) return;
    setState((before) => (before === 'saved' ? 'waiting' : before));
    since.current ??= Date.now();
    const wait = Math.max(0, Math.min(pause, since.current + longestPause - Date.now()));
    const timer = setTimeout(() => void flush(), wait);
    return () => clearTimeout(timer);
  }, [document, state === 'waiting', account, item, flush]);

  useEffect(() => {
    if (state !== 'offline') return;
    const again = (): void => void flush();
    const timer = setInterval(again, retryAfter);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [state, flush]);

  useEffect(() => {
    const hidden = (): void => {
      if (window.document.visibilityState === 'hidden' && busy.current === null) void send(true);
    };
    window.document.addEventListener('visibilitychange', hidden);
    return () => window.document.removeEventListener('visibilitychange', hidden);
  }, [send]);

  const adopt = useCallback((to: number, fetched: ItemDocument): void => {
    base.current = { revision: to, saved: fetched };
    setRevision(to);
    halted.current = false;
    setConflict(null);
    setMessage(null);
    setState('saved');
    forget(account, item);
  }, [account, item]);
  const settle = useCallback((to: number): void => {
    base.current = { revision: to, saved: {} };
    setRevision(to);
    halted.current = false;
    setConflict(null);
    setState('waiting');
  }, []);
  const current = useCallback(() => base.current.revision, []);
  return { state, savedAt, message, conflict, revision, current, isDirty, flush, settle, adopt };
}
