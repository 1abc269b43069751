import { resolve } from 'node:path';
import { packageFiles, packageName, packageToFile, type StandardName } from '@preceptor/packaging';
import { errorCount, printDiagnostics } from '../output/diagnostics.js';
import { byteCount, progressBar } from '../output/progress.js';
import { compiledOf, compilerOf } from '../source.js';
import { playerBuild } from '../player.js';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

/** `preceptor package`: nothing is written when the source has errors, and a file is written whole or not at all. */
export async function packageCourse(folder: string, { standard, out }: { standard: StandardName; out?: string }, terminal: Terminal): Promise<ExitCode> {
  const result = await (await compilerOf(folder)).compile();
  const { diagnostics } = result;
  const compiled = compiledOf(result);
  if (compiled === null) {
    printDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'), folder, terminal.err);
    throw new CommandError(1, `${folder} was not packaged: its source has ${errorCount(diagnostics) === 1 ? 'an error' : 'errors'}.`);
  }
  const target = resolve(out ?? packageName(compiled.course, standard));
  const files = await packageFiles({ ...compiled, media: { root: resolve(folder) }, player: await playerBuild(), standard });
  const bar = progressBar(terminal, standard);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  try {
    const bytes = await packageToFile(files, target, { onProgress: bar.update, signal: stop.signal });
    bar.clear();
    if (terminal.interactive) terminal.err.write(`wrote ${out ?? target}: ${files.length} files, ${byteCount(bytes)}\n`);
    return 0;
  } catch (error) {
    bar.clear();
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}
