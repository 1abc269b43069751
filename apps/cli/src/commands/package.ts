import { resolve } from 'node:path';
import { copyPackage, courseFor, keepPackage, packageFiles, packageKey, packageName, packageToFile, packageToFolder, packageWarnings, type PackageInput, type StandardName } from '@preceptor/packaging';
import { packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { byteCount, progressBar } from '../output/progress.js';
import { playerBuild } from '../player.js';
import { cacheFolder, codeVersion } from '../packaging/cache-folder.js';
import { isFolderName, leadsToFolder } from '../packaging/out.js';
import { sourceOf } from '../source.js';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

export interface PackageCommand {
  standard: StandardName;
  out?: string;
  /** in place of those that stand with the course */
  options?: Partial<PackageOptions>;
  /** a warning is an error */
  strict?: boolean;
  /** neither used nor kept when false */
  cache?: boolean;
}

/** `preceptor package`: nothing is written when the source has errors, and a file is written whole or not at all. */
export async function packageCourse(folder: string, { standard, out, options: given = {}, strict = false, cache = true }: PackageCommand, terminal: Terminal): Promise<ExitCode> {
  const kept = cache ? await cacheFolder() : null;
  const { course, hash, checksums } = await sourceOf(folder, kept, terminal);
  const options = packageOptionsOf(course.packaging, given);
  warn(packageWarnings(courseFor(course, options), standard, options), strict, folder, terminal);
  const player = await playerBuild();
  const input: PackageInput = { course, hash, checksums, media: { root: resolve(folder) }, player, standard, options };
  const target = resolve(out ?? packageName(course, standard, options.language));
  if (out !== undefined && (await leadsToFolder(out))) {
    if (standard !== 'site') throw new CommandError(2, `${out} is a folder: only --standard site can be written as a folder; name a file for the zip.`);
    return stoppable(terminal, standard, async (writing) => `${out}${isFolderName(out) ? '' : '/'}: ${countOf(await packageToFolder(await packageFiles(input), target, writing))}`);
  }
  const key = kept === null ? null : await packageKey({ hash, player, standard, options, code: await codeVersion() });
  return stoppable(terminal, standard, async (writing) => {
    const found = kept === null || key === null ? null : await copyPackage(`${kept}/packages`, key, target);
    if (found !== null) return `${out ?? target}: ${byteCount(found.bytes)}, the same as before`;
    const files = await packageFiles(input);
    const written = await packageToFile(files, target, writing);
    if (kept !== null && key !== null) await keepPackage(`${kept}/packages`, key, target, written);
    return `${out ?? target}: ${countOf({ files: files.length, bytes: written.bytes })}`;
  });
}

function warn(warnings: readonly { code: string; message: string }[], strict: boolean, folder: string, terminal: Terminal): void {
  for (const { code, message } of warnings) terminal.err.write(`${strict ? 'error' : 'warning'}[${code}]: ${message}\n`);
  if (strict && warnings.length > 0) throw new CommandError(1, `${folder} was not packaged: with --strict a warning is an error.`);
}

interface Writing { onProgress: (done: number, total: number) => void; signal: AbortSignal }

/** Shows a bar meanwhile, and ends the work when the user stops it. `work` gives back what to say was written. */
async function stoppable(terminal: Terminal, label: string, work: (writing: Writing) => Promise<string>): Promise<ExitCode> {
  const bar = progressBar(terminal, label);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  try {
    const said = await work({ onProgress: bar.update, signal: stop.signal });
    bar.clear();
    if (terminal.interactive) terminal.err.write(`wrote ${said}\n`);
    return 0;
  } catch (error) {
    bar.clear();
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}

function countOf({ files, bytes }: { files: number; bytes: number }): string {
  return `${files} files, ${byteCount(bytes)}`;
}
