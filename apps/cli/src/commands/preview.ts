import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { errorCount, printDiagnostics } from '../output/diagnostics.js';
import { servePreview } from '../preview/server.js';
import { PreviewState } from '../preview/state.js';
import { compilerOf } from '../source.js';
import type { ExitCode, Terminal } from '../terminal.js';

/** How long after a change to wait for the rest of it: editors write in several steps. Milliseconds. */
const settle = 40;

/** `preceptor preview`: serves until it is stopped, and compiles again on every change. */
export async function preview(folder: string, { port }: { port: number }, terminal: Terminal, stop = interrupted()): Promise<ExitCode> {
  const state = new PreviewState(await compilerOf(folder));
  await state.compile();
  report(state, folder, terminal);
  const server = await servePreview(state, port);
  terminal.err.write(`${folder} at ${server.url} (stop with Ctrl+C)\n`);
  const watcher = watch(resolve(folder), { ignoreInitial: true, ignored: (path) => /(^|[/\\])(\.[^/\\]+|node_modules|.*~)$/.test(path) });
  let timer: NodeJS.Timeout | undefined;
  let compiling = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      compiling = compiling.then(async () => {
        await state.compile();
        report(state, folder, terminal);
        server.announce();
      });
    }, settle);
  });
  await stop;
  clearTimeout(timer);
  await watcher.close();
  await compiling;
  await server.close();
  return 0;
}

function report(state: PreviewState, folder: string, terminal: Terminal): void {
  if (state.diagnostics.length > 0) printDiagnostics(state.diagnostics, folder, terminal.err);
  const errors = errorCount(state.diagnostics);
  terminal.err.write(errors === 0 ? `compiled in ${Math.round(state.milliseconds)} ms\n` : `${errors} ${errors === 1 ? 'error' : 'errors'}: the page shows the last version that compiled\n`);
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
