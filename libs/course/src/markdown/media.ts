import type { MediaKind } from '../media/types.js';
import { mediaType } from '../media/types.js';
import type { PictureSize } from '../media/lookup.js';
import type { MarkdownTask, Positioned } from './task.js';

type MediaUser = Pick<MarkdownTask, 'setting' | 'report'>;

const wanted: Record<MediaKind, string> = { picture: 'a picture', sound: 'sound', film: 'a video', captions: 'captions (WebVTT)', document: 'a document' };

/** A media file that a text shows: its address in the HTML. null: it cannot be shown, and why is reported. */
export function useMedia(task: MediaUser, node: Positioned, address: string, kind: MediaKind): { src: string; size: PictureSize | null } | null {
  const found = task.setting.media.resolve(address);
  switch (found.is) {
    case 'external':
      task.report('external-resource', node, `"${shortened(address)}" lies outside the course and was removed.`);
      return null;
    case 'outside':
      task.report('media-outside', node, `"${shortened(address)}" is not a path under media/.`);
      return null;
    case 'missing':
      task.report('media-missing', node, `There is no file ${shortened(found.path)}.`, found.near === null ? undefined : `Did you mean "${found.near}"?`);
      return null;
    case 'file': {
      const type = mediaType(found.path);
      if (type?.kind !== kind) {
        task.report('media-type', node, `${shortened(found.path)} is not ${wanted[kind]}.`);
        return null;
      }
      const size = kind === 'picture' ? task.setting.media.sizeOf(found.path) : null;
      if (kind === 'picture' && size === null) task.report('picture-size-unknown', node, `The width and height of ${found.path} cannot be told.`);
      return { src: encodeURI(found.path), size };
    }
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
