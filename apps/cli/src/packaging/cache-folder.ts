import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Where the command line keeps what it need not make twice: in XDG_CACHE_HOME where that is set, else in `.cache` of the
 * nearest folder above that holds a package.json, else in the user's own `.cache`.
 */
export async function cacheFolder(from = process.cwd()): Promise<string> {
  const xdg = process.env['XDG_CACHE_HOME'];
  if (xdg !== undefined && xdg !== '') return join(xdg, 'preceptor');
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (await stat(join(folder, 'package.json')).then((found) => found.isFile(), () => false)) return join(folder, '.cache/preceptor');
    if (folder === dirname(folder)) return join(homedir(), '.cache/preceptor');
  }
}

/** Run from its parts, as in tests, a program has no name by which a later process could know it again. */
export const isBundled = import.meta.filename.endsWith('.mjs');
let digest: Promise<string> | undefined;

/** A digest of the program itself: of the bundle, which holds every library. Run from its parts it is known to this process alone. */
export function codeVersion(): Promise<string> {
  digest ??= isBundled ? readFile(import.meta.filename).then((bytes) => createHash('sha256').update(bytes).digest('hex')) : Promise.resolve(randomUUID());
  return digest;
}
