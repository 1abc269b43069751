import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const files = 20;
const bytesPerFile = 10_000_000;
const runs = 3;

/**
 * Packages a course with 200 MB of sound by the command line, and beside it `zip -0 -r` over the same files unzipped,
 * in turn. `ratio` is the median of ours by the median of zip's (seconds of wall time, Node's start and the compilation
 * of the course included); `peakBytes` is the most memory that our process ever held. Needs the programs zip and unzip,
 * and the repository's root as the working directory.
 */
export async function benchPackaging(): Promise<{ ratio: number; seconds: number; floorSeconds: number; peakBytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-bench-'));
  try {
    const course = join(folder, 'course');
    await writeCourse(course);
    const ours: number[] = [];
    const floor: number[] = [];
    let peakBytes = 0;
    for (let index = 0; index <= runs; index += 1) {
      const zip = join(folder, 'course.zip');
      const packaged = await packageOnce(course, zip);
      await rm(join(folder, 'files'), { recursive: true, force: true });
      await timed('unzip', ['-q', zip, '-d', join(folder, 'files')], folder);
      await rm(join(folder, 'floor.zip'), { force: true });
      const zipped = await timed('zip', ['-q', '-0', '-r', join(folder, 'floor.zip'), '.'], join(folder, 'files'));
      await rm(zip);
      if (index === 0) continue; // the first run fills the page cache
      ours.push(packaged.seconds);
      floor.push(zipped.seconds);
      peakBytes = Math.max(peakBytes, packaged.peakBytes);
    }
    const [seconds, floorSeconds] = [median(ours), median(floor)];
    return { ratio: seconds / floorSeconds, seconds, floorSeconds, peakBytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command line in a process of its own, which says at its end how much memory it held at most. */
async function packageOnce(course: string, out: string): Promise<{ seconds: number; peakBytes: number }> {
  const atEnd = "data:text/javascript,process.on('exit',()=>console.log(process.resourceUsage().maxRSS*1024))";
  const { seconds, output } = await timed(process.execPath, ['--import', atEnd, 'apps/cli/bin/preceptor.mjs', 'package', course, '--standard', 'scorm-1.2', '--out', out], process.cwd());
  return { seconds, peakBytes: Number(output.trim()) };
}

function timed(program: string, args: string[], cwd: string): Promise<{ seconds: number; output: string }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, output });
      else reject(new Error(`${program} ended with ${code}: ${complaint}`));
    });
  });
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A course whose lessons each play ten megabytes that no compression makes smaller. */
async function writeCourse(folder: string): Promise<void> {
  const unit = join(folder, 'units/01-sounds');
  await mkdir(unit, { recursive: true });
  await mkdir(join(folder, 'media'));
  const course = {
    id: 'sounds', title: 'Sounds', language: 'en', description: 'Two hundred megabytes of sound.', authors: ['Bench'], licence: 'CC0-1.0', version: '1.0.0', keywords: ['bench'],
    credits: 'Made for a bench.', completion: { lessons: 'all', checks: false, assessments: [], minimumMinutes: 0 }, success: { assessments: [] },
  };
  await writeFile(join(folder, 'course.yaml'), JSON.stringify(course));
  await writeFile(join(folder, 'statements.yaml'), JSON.stringify([{ id: 's1', text: 'Sounds can be heard.', section: 'Sounds' }]));
  const objectives = [{ id: 'o-hear', text: 'Hear a sound.', statements: ['s1'] }];
  await writeFile(join(unit, 'unit.yaml'), JSON.stringify({ id: 'unit-sounds', title: 'Sounds', summary: 'All of them.', objectives }));
  await writeFile(join(unit, 'checks.yaml'), JSON.stringify([{ id: 'check-heard', kind: 'true-false', stem: 'Sounds can be heard.', statements: ['s1'], level: 'recall', difficulty: 'easy', correct: true, feedback: { whenTrue: 'They can.', whenFalse: 'They can.' } }]));
  const noise = Buffer.allocUnsafe(bytesPerFile);
  for (let index = 1; index <= files; index += 1) {
    await writeFile(join(folder, `media/sound-${index}.mp3`), randomFillSync(noise));
    const text = `---\nid: lesson-${index}\ntitle: Sound ${index}\nstatements: [s1]\n---\nListen.\n\n:::audio{src="media/sound-${index}.mp3"}\nA sound that nobody can put into words.\n:::\n${index === 1 ? '\n::check{item="check-heard"}\n' : ''}`;
    await writeFile(join(unit, `${String(index).padStart(2, '0')}-sound.md`), text);
  }
}
