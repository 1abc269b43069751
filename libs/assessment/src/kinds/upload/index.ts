import { own } from '../../reading.js';
import type { KindRules } from '../rules.js';
import { shownBase } from '../shown.js';
import { isAccepted } from './media-type.js';

/** Longer than a store's name for a file, and than a file system allows a name. */
const LONGEST = 300;

/**
 * A file (a recording, a scan, a document) that a person scores. QTI 3.0: `uploadInteraction`, cardinality single, base
 * type file, outcome with `external-scored="human"`. The response tells of a file that is stored elsewhere; one that is
 * too large, empty or of a media type that is not accepted is no answer. Nothing is earned here; `scoreByRubric` turns
 * a person's judgement into a score.
 */
export const upload: KindRules<'upload'> = {
  objective: false,
  read({ accept, maxBytes }, value) {
    const [file, name, mediaType, bytes] = [own(value, 'file'), own(value, 'name'), own(value, 'mediaType'), own(value, 'bytes')];
    if (!isLine(file) || !isLine(name) || !isLine(mediaType) || !isAccepted(accept, mediaType)) return undefined;
    return typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0 && bytes <= maxBytes ? { file, name, mediaType, bytes } : undefined;
  },
  judge: () => ({ fraction: 0, parts: [] }),
  correctResponse: () => undefined,
  view(item) {
    const { accept, maxBytes, record } = item.content;
    return { ...shownBase(item), kind: 'upload', content: { accept: [...accept], maxBytes, ...(record === undefined ? {} : { record }) } };
  },
  arranged: () => [],
  choices: () => [],
  slots: () => [],
  touched: () => [],
  labels: (_content, response) => [{ id: 'file', label: response.name }],
};

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}
