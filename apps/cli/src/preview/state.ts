import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PackagingError, mediaTypeOf, packageFiles, type PackageFile } from '@preceptor/packaging';
import type { CourseCompiler, Diagnostic } from '@preceptor/course';
import { playerBuild } from '../player.js';
import { compiledOf } from '../source.js';

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

  constructor(readonly compiler: CourseCompiler) {}

  /** Compiles the source again. */
  async compile(): Promise<void> {
    const began = performance.now();
    const result = await this.compiler.compile();
    this.diagnostics = result.diagnostics;
    const compiled = compiledOf(result);
    this.trouble = null;
    if (this.files.size === 0) this.files.set(clientPath, await clientFile());
    if (compiled !== null) {
      try {
        const scripts = [{ path: clientPath, bytes: await readFile(client) }];
        const files = await packageFiles({ ...compiled, media: { root: resolve(this.compiler.folder) }, player: await playerBuild(), standard: 'site', scripts });
        this.files = new Map(files.map((file) => [file.path, file]));
        this.version = compiled.hash;
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
