import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PackagingError, mediaTypeOf, packageFiles, type PackageFile } from '@preceptor/packaging';
import type { Diagnostic } from '@preceptor/course';
import { playerScript } from '../player.js';
import { folderCompiler, type FolderCompiler } from '../source.js';

const client = join(import.meta.dirname, '../../assets/preview-client.js');
/** The page loads it beside the player. */
export const clientPath = 'preview-client.js';

/** What a preview shows now: the files of the last version that compiled, and what is wrong with the source since. */
export class PreviewState {
  /** by path */
  files = new Map<string, PackageFile>();
  diagnostics: Diagnostic[] = [];
  /** a sentence where the course compiles but can't be shown */
  trouble: string | null = null;
  /** how long the last compilation took */
  milliseconds = 0;
  /** changes with what the files hold */
  version = '';
  readonly #compiler: FolderCompiler;

  constructor(readonly folder: string) {
    this.#compiler = folderCompiler(folder);
  }

  /** Compiles the source again. Fails only when the folder is not a course at all at the first time. */
  async compile(): Promise<void> {
    const began = performance.now();
    const { course, hash, diagnostics } = await this.#compiler();
    this.diagnostics = diagnostics;
    this.trouble = null;
    if (this.files.size === 0) this.files.set(clientPath, await clientFile());
    if (course !== null) {
      try {
        const scripts = [{ path: clientPath, bytes: await readFile(client) }];
        const files = await packageFiles({ course, hash, media: { root: resolve(this.folder) }, playerScript: await playerScript(), standard: 'site', options: { scripts } });
        this.files = new Map(files.map((file) => [file.path, file]));
        this.version = hash;
      } catch (error) {
        if (!(error instanceof PackagingError)) throw error;
        this.trouble = error.message;
      }
    }
    this.milliseconds = performance.now() - began;
  }
}

async function clientFile(): Promise<PackageFile> {
  const bytes = await readFile(client);
  return { path: clientPath, size: bytes.length, ...mediaTypeOf(clientPath), source: { bytes } };
}
