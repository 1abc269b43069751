import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Where the command line keeps what it need not make twice: in XDG_CACHE_HOME where that is set, else in `.cache` of the
 * nearest folder above that holds a package.json, else in `.cache` of the current folder.
 */
export async function cacheFolder(from = process.cwd()): Promise<string> {
  const xdg = process.env['XDG_CACHE_HOME'];
  if (xdg !== undefined && xdg !== '') return join(xdg, 'preceptor');
  let folder = resolve(from);
  while (!(await stat(join(folder, 'package.json')).then((found) => found.isFile(), () => false))) {
    const above = dirname(folder);
    if (above === folder) return join(resolve(from), '.cache/preceptor');
    folder = above;
  }
  return join(folder, '.cache/preceptor');
}

let digest: Promise<string> | undefined;

/** A digest of the program itself: of the bundle, which holds every library. Run from its parts it is known to this process alone. */
export function codeVersion(): Promise<string> {
  digest ??= import.meta.filename.endsWith('.mjs') ? readFile(import.meta.filename).then((bytes) => createHash('sha256').update(bytes).digest('hex')) : Promise.resolve(randomUUID());
  return digest;
}
