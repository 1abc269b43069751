import { useKindWords } from '../words.js';
import { bytesIn } from './said-sizes.js';
import type { StoredFile } from './stored.js';

/** What the server has: to be played where it is sound, else to be fetched again. */
export function HandedIn({ file, address }: { file: StoredFile; address: string }) {
  const words = useKindWords();
  const sound = file.mediaType.startsWith('audio/');
  return (
    <div class="handed-in">
      <p><strong>{words.uploadKept(file.name)}</strong> <span class="hint">{bytesIn(words.language, file.bytes)}</span></p>
      {sound ? <audio controls preload="metadata" src={address} aria-label={words.uploadListen} /> : <p><a href={address} download={file.name}>{words.uploadOpen}</a></p>}
    </div>
  );
}
