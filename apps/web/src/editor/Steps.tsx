import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Draft } from './document/useDraft.js';
import { SaveMark } from './saving/SaveMark.js';
import type { Saving } from './saving/useSaving.js';

/** Undo and redo over the whole form, and whether all of it is saved. Ctrl+Z works in every field alike. */
export function Steps({ draft, saving, readOnly }: { draft: Draft; saving: Saving; readOnly: boolean }) {
  const { undo, redo } = draft;
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !(event.target instanceof Element) || event.target.closest('.write') === null) return;
      const pressed = event.key.toLowerCase();
      const step = pressed === 'z' ? (event.shiftKey ? redo : undo) : pressed === 'y' ? redo : null;
      if (step === null) return;
      event.preventDefault();
      event.stopPropagation();
      step();
    };
    document.addEventListener('keydown', key, true);
    return () => document.removeEventListener('keydown', key, true);
  }, [undo, redo]);
  if (readOnly) return null;
  return <><SaveMark saving={saving} /><Button size="compact-md" variant="default" disabled={!draft.canUndo} onClick={undo}>Undo</Button><Button size="compact-md" variant="default" disabled={!draft.canRedo} onClick={redo}>Redo</Button></>;
}
