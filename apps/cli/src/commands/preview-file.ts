import { resolve } from 'node:path';
import { heavyFile, singleFile, textToFile } from '@preceptor/packaging';
import { byteCount } from '../output/progress.js';
import { playerBuild } from '../player.js';
import { sourceOf } from '../source.js';
import type { ExitCode, Terminal } from '../terminal.js';

/** `preceptor preview --out`: the course as one page for a reviewer, written whole or not at all. */
export async function previewFile(folder: string, { out, language }: { out: string; language?: string }, terminal: Terminal): Promise<ExitCode> {
  const { course, hash } = await sourceOf(folder, undefined, terminal);
  const page = await singleFile({ course, hash, media: { root: resolve(folder) }, player: await playerBuild(), ...(language === undefined ? {} : { options: { language } }) });
  const bytes = await textToFile(page, resolve(out));
  if (bytes > heavyFile) terminal.err.write(`warning: ${out} has ${byteCount(bytes)}, which many mailboxes refuse and browsers open slowly. --standard site is lighter.\n`);
  if (terminal.interactive) terminal.err.write(`wrote ${out}: ${byteCount(bytes)}\n`);
  return 0;
}
