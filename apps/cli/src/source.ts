import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CourseCompiler, type CompileResult } from '@preceptor/course';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { errorCount, printDiagnostics } from './output/diagnostics.js';
import { cacheFolder, codeVersion, isBundled } from './packaging/cache-folder.js';
import { CommandError, type Terminal } from './terminal.js';

/** A course that compiled, with its name and the CRC-32 of its media by their SHA-256. */
export interface Compiled { course: CompiledCourse; hash: string; checksums: ReadonlyMap<string, number> }

/** What a compile result holds when the source has no errors; null when it has. */
export function compiledOf({ course, hash, checksums }: CompileResult): Compiled | null {
  return course === null || hash === null ? null : { course, hash, checksums };
}

/** A compiler for the folder of a command line, which keeps what it compiles in the cache, or not where `cache` is null. Fails with a sentence when there is no such folder. */
export async function compilerOf(folder: string, cache?: string | null): Promise<CourseCompiler> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code);
  if (found === 'EACCES') throw new CommandError(2, `${folder} may not be read.`);
  if (typeof found !== 'object') throw new CommandError(2, `there is no folder ${folder}.`);
  if (!found.isDirectory()) throw new CommandError(2, `${folder} is a file: name the folder that holds course.yaml.`);
  if (cache === null || (cache === undefined && !isBundled)) return new CourseCompiler(folder);
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 20);
  return new CourseCompiler(folder, { file: join(cache ?? (await cacheFolder()), 'compiled', name), version: await codeVersion() });
}

/** The course in a folder. Says what is wrong with it, and fails, when it has errors: nothing is to be made from such a source. */
export async function sourceOf(folder: string, cache: string | null | undefined, terminal: Terminal): Promise<Compiled> {
  const result = await (await compilerOf(folder, cache)).compile();
  const compiled = compiledOf(result);
  if (compiled !== null) return compiled;
  printDiagnostics(result.diagnostics.filter(({ severity }) => severity === 'error'), folder, terminal.err);
  throw new CommandError(1, `${folder} was not packaged: its source has ${errorCount(result.diagnostics) === 1 ? 'an error' : 'errors'}.`);
}
