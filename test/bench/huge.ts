import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peakAtEnd, timed } from './timing.js';

const film = 2_600_000_000;

/** Packages a course with two films of 2.6 GB: a zip that only zip64 can say (APPNOTE 4.3.9.2), checked by unzip. Gives our peak memory. */
export async function benchHuge(): Promise<{ peakBytes: number; seconds: number; zipBytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-huge-'));
  try {
    const course = join(folder, 'course');
    await writeFilms(course);
    const zip = join(folder, 'course.zip');
    const { seconds, output } = await timed(process.execPath, [...peakAtEnd, 'apps/cli/bin/preceptor.mjs', 'package', course, '--standard', 'scorm-2004-4', '--out', zip], process.cwd());
    await timed('unzip', ['-tq', zip], folder);
    return { peakBytes: Number(output.trim().split('\n').at(-1)), seconds, zipBytes: 2 * film };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFilms(course: string): Promise<void> {
  const unit = join(course, 'units/01-films');
  await mkdir(unit, { recursive: true });
  await mkdir(join(course, 'media'));
  await writeFile(join(course, 'course.yaml'), JSON.stringify({ id: 'films', title: 'Films', language: 'en', description: 'Five gigabytes.', authors: ['Bench'], licence: 'CC0-1.0', version: '1', credits: 'None.' }));
  await writeFile(join(course, 'statements.yaml'), JSON.stringify([{ id: 's1', text: 'Films can be seen.', section: 'Films' }]));
  await writeFile(join(unit, 'unit.yaml'), JSON.stringify({ id: 'unit-films', title: 'Films', summary: 'Both.', objectives: [{ id: 'o-see', text: 'See a film.', statements: ['s1'] }] }));
  for (const n of [1, 2]) {
    // Sparse: it takes no room on the disk until it stands in the zip.
    const file = await open(join(course, `media/film-${n}.mp4`), 'w');
    await file.truncate(film);
    await file.close();
    await writeFile(join(course, `media/film-${n}.vtt`), 'WEBVTT\n\n00:00.000 --> 00:01.000\nNothing is said.\n');
    await writeFile(join(unit, `0${n}-film.md`), `---\nid: lesson-${n}\ntitle: Film ${n}\nstatements: [s1]\n---\nLook.\n\n:::video{src="media/film-${n}.mp4" captions="media/film-${n}.vtt"}\nA film of nothing.\n:::\n`);
  }
}
