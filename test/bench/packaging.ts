import { appendFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSyntheticCourse, type SyntheticSize } from './synthetic-course.js';
import { median, peakAtEnd, timed } from './timing.js';

export const smallCourse: SyntheticSize = { lessons: 6, items: 20, mediaBytes: 4_000_000 };
export const largeCourse: SyntheticSize = { lessons: 300, items: 1_000, mediaBytes: 200_000_000 };

export interface PackagingFigures {
  /** the first package of a course that was never compiled here; the same again after an edit; the same version again */
  cold: number; edited: number; again: number;
  floor: number;
  /** simple-scorm-packager over the files of our package; null: not run */
  peer: number | null;
  peakBytes: number;
  zipBytes: number;
}

/**
 * Packages a course by the command line, and beside it `zip -0 -r` and the peer over the same files unzipped, in turn.
 * Medians of seconds of wall time, Node's start included; `peakBytes` is the most memory that our process ever held.
 * Needs the programs zip and unzip, and the repository's root as the working directory.
 */
export async function benchPackaging(size: SyntheticSize, { runs, peer }: { runs: number; peer: boolean }): Promise<PackagingFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-bench-'));
  try {
    const course = join(folder, 'course');
    await writeSyntheticCourse(course, size);
    const files = join(folder, 'files');
    const measured = { cold: [] as number[], edited: [] as number[], again: [] as number[], floor: [] as number[], peer: [] as number[] };
    let peakBytes = 0;
    let zipBytes = 0;
    for (let index = 0; index <= runs; index += 1) {
      const zip = join(folder, `course-${index}.zip`);
      const cache = join(folder, `cache-${index}`);
      const cold = await packageOnce(course, zip, cache);
      await rm(files, { recursive: true, force: true });
      await timed('unzip', ['-q', zip, '-d', files], folder);
      zipBytes = (await stat(zip)).size;
      const again = await packageOnce(course, zip, cache);
      await appendFile(join(course, 'units/001-unit/0000-lesson.md'), `\nEdition ${index}.\n`);
      const edited = await packageOnce(course, zip, cache);
      await rm(join(folder, 'floor.zip'), { force: true });
      const floor = await timed('zip', ['-q', '-0', '-r', join(folder, 'floor.zip'), '.'], files);
      const other = peer && index > 0 ? await peerOnce(files, folder) : null;
      await rm(zip);
      await rm(cache, { recursive: true, force: true });
      if (index === 0) continue; // the first run fills the page cache, and builds what was changed
      peakBytes = Math.max(peakBytes, cold.peakBytes, edited.peakBytes);
      measured.cold.push(cold.seconds);
      measured.again.push(again.seconds);
      measured.edited.push(edited.seconds);
      measured.floor.push(floor.seconds);
      if (other !== null) measured.peer.push(other);
    }
    return { cold: median(measured.cold), edited: median(measured.edited), again: median(measured.again), floor: median(measured.floor), peer: peer ? median(measured.peer) : null, peakBytes, zipBytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command line in a process of its own, which says at its end how much memory it held at most. */
async function packageOnce(course: string, out: string, cache: string): Promise<{ seconds: number; peakBytes: number }> {
  const args = [...peakAtEnd, 'apps/cli/bin/preceptor.mjs', 'package', course, '--standard', 'scorm-1.2', '--out', out];
  const { seconds, output } = await timed(process.execPath, args, process.cwd(), { XDG_CACHE_HOME: cache });
  return { seconds, peakBytes: Number(output.trim().split('\n').at(-1)) };
}

/** Zips a folder and adds a manifest; it compiles nothing. */
async function peerOnce(files: string, folder: string): Promise<number> {
  const out = join(folder, 'peer');
  await mkdir(out, { recursive: true });
  const config = { version: '1.2', organization: 'Bench', title: 'Bench', language: 'en', identifier: 'bench', masteryScore: 80, startingPage: 'index.html', source: files, package: { version: '1', zip: true, outputFolder: out } };
  const { seconds } = await timed(process.execPath, ['--input-type=commonjs', '-e', `require('simple-scorm-packager')(${JSON.stringify(config)}, () => {})`], process.cwd());
  await rm(out, { recursive: true });
  return seconds;
}
