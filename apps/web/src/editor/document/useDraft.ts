import { useCallback, useReducer } from 'react';
import { pointerOf, withValue, type ItemDocument, type Path } from './paths.js';

interface State { document: ItemDocument; past: readonly ItemDocument[]; future: readonly ItemDocument[]; /** the field that was changed last, and when */ last: string | null; at: number }
type Step = { is: 'change'; path: Path; value: unknown; at: number } | { is: 'replace'; document: ItemDocument } | { is: 'undo' } | { is: 'redo' };

/** Changes of one field within this time are taken back together. */
const together = 1_200;
const mostSteps = 200;

export interface Draft {
  document: ItemDocument;
  change: (path: Path, value: unknown) => void;
  /** Puts another document in its place; can be taken back as well. */
  replace: (document: ItemDocument) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** The item as it is being written, with every step kept so that it can be taken back. */
export function useDraft(first: ItemDocument): Draft {
  const [{ document, past, future }, step] = useReducer(reduced, { document: first, past: [], future: [], last: null, at: 0 });
  const change = useCallback((path: Path, value: unknown) => step({ is: 'change', path, value, at: Date.now() }), []);
  const replace = useCallback((next: ItemDocument) => step({ is: 'replace', document: next }), []);
  const undo = useCallback(() => step({ is: 'undo' }), []);
  const redo = useCallback(() => step({ is: 'redo' }), []);
  return { document, change, replace, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0 };
}

export function reduced(state: State, step: Step): State {
  const { document, past, future } = state;
  switch (step.is) {
    case 'change': {
      const field = pointerOf(step.path);
      const goesOn = state.last === field && step.at - state.at < together && typeof step.value === 'string';
      return { document: withValue(document, step.path, step.value), past: goesOn ? past : [...past.slice(-mostSteps), document], future: [], last: field, at: step.at };
    }
    case 'replace': return { document: step.document, past: [...past.slice(-mostSteps), document], future: [], last: null, at: 0 };
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? state : { document: before, past: past.slice(0, -1), future: [document, ...future], last: null, at: 0 };
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next === undefined ? state : { document: next, past: [...past, document], future: rest, last: null, at: 0 };
    }
  }
}
