import { useState } from 'preact/hooks';
import { useKindWords } from '../words.js';
import { bytesIn, kindsOf } from './said-sizes.js';
import { elsewhere, isElsewhere, type StoredFile } from './stored.js';

/** Longer notes would not fit what the oldest standard keeps of an answer (SCORM 1.2 RTE 3.4.7: CMIFeedback, 255 characters). */
const MOST_CHARACTERS = 200;

interface Props {
  accept: readonly string[]; maxBytes: number;
  stored: StoredFile | null; locked: boolean; labelledBy: string;
  onChange(file: StoredFile): void;
}

/** Where there is nowhere to send a file, the course says so, and keeps what the learner says of it. */
export function Elsewhere({ accept, maxBytes, stored, locked, labelledBy, onChange }: Props) {
  const words = useKindWords();
  const [note, setNote] = useState(stored === null || stored.name === words.elsewhereDone ? '' : stored.name);
  const say = (text: string): void => onChange(elsewhere(accept, text.trim() === '' ? words.elsewhereDone : text.trim()));
  return (
    <div class="field upload" role="group" aria-labelledby={labelledBy}>
      <p>{words.elsewhereHelp(kindsOf(accept, words), bytesIn(words.language, maxBytes))}</p>
      <p class="tick"><label><input type="checkbox" checked={stored !== null && isElsewhere(stored)} disabled={locked || stored !== null} onChange={() => say(note)} /> <span>{words.elsewhereDone}</span></label></p>
      {stored !== null && (
        <label>
          <span class="hint">{words.elsewhereNote}</span>
          <input type="text" dir="auto" value={note} readOnly={locked} maxLength={MOST_CHARACTERS} size={40} onInput={(event) => { setNote(event.currentTarget.value); say(event.currentTarget.value); }} />
        </label>
      )}
    </div>
  );
}
