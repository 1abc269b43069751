import { readFile } from 'node:fs/promises';
import { activeInSvg } from './check.js';
import { digestOf } from './digest.js';
import { readSize } from './library.js';
import { mediaType } from './types.js';

/** A picture or sound as it lies on a disk. Width and height in pixels, 0 where it is no picture. */
export interface LookedAtMedium { sha256: string; bytes: number; type: string; width: number; height: number }

const mostSvg = 2 * 1024 * 1024;

/** Looks at a file that is to become a medium of items; `name` tells its kind. `refused`: a sentence that says why it can't. */
export async function lookAtMedium(absolute: string, name: string): Promise<LookedAtMedium | { refused: string }> {
  const found = mediaType(name);
  if (found === null || (found.kind !== 'picture' && found.kind !== 'sound')) return { refused: 'It is neither a picture nor a sound.' };
  const { sha256, bytes } = await digestOf(absolute);
  const told = { sha256, bytes, type: found.type };
  if (found.kind === 'sound') return { ...told, width: 0, height: 0 };
  if (found.type === 'image/svg+xml') {
    if (bytes > mostSvg) return { refused: 'The picture is an SVG of more than 2 MB.' };
    const [active] = activeInSvg(await readFile(absolute, 'utf8'));
    if (active !== undefined) return { refused: `The picture holds ${active.what}.` };
  }
  const size = readSize({ absolute, bytes });
  return size === null ? { refused: 'The file is no picture of the kind that its name says.' } : { ...told, ...size };
}
