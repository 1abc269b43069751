import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { BenchRow } from './bench.js';
import { benchCompile } from './compile.js';
import { benchPackaging } from './packaging.js';
import { benchMemory, benchRecordEvents } from './record-events.js';

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const number = (value: number): string => Math.round(value).toLocaleString('en');
const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** Every bench by the name that `npm run bench -- NAME` takes. */
export const benches: Record<string, () => Promise<BenchRow[]>> = {
  recordEvents: async () => (await benchRecordEvents()).map(({ engine, ratio, perSecond, floorPerSecond }) => ({
    what: `recordEvents a second, durable, on ${names[engine]}`, figure: `${ratio.toFixed(2)} (${number(perSecond)} against ${number(floorPerSecond)})`, target: 'at least 0.7', met: ratio >= 0.7,
    how: '32 connections, one event a request, answered once durable; against a bare Fastify with the raw driver doing the same insert, a commit each, with the same durability',
  })),
  packaging: async () => {
    const { ratio, seconds, floorSeconds, peakBytes } = await benchPackaging();
    return [
      { what: 'packaging a course with 200 MB of media', figure: `${ratio.toFixed(2)} (${seconds.toFixed(2)} s against ${floorSeconds.toFixed(2)} s)`, target: 'at most 1.5', met: ratio <= 1.5, how: 'compiling included; against `zip -0 -r` over the same unzipped files' },
      { what: 'peak memory while packaging it', figure: megabytes(peakBytes), target: 'under 150 MB', met: peakBytes < 150 * 2 ** 20, how: 'largest resident size of the process' },
    ];
  },
  compile: async () => {
    const { ratio, parseMs, compileMs, incrementalMs } = await benchCompile();
    return [
      { what: 'compiling 300 lessons and 1,000 items', figure: `${ratio.toFixed(2)} (${number(compileMs)} ms against ${number(parseMs)} ms)`, target: 'at most 4', met: ratio <= 4, how: 'against merely parsing the same Markdown and YAML' },
      { what: 'compiling it again after one edit', figure: `${(incrementalMs / compileMs).toFixed(2)} (${number(incrementalMs)} ms)`, target: 'at most 0.25', met: incrementalMs / compileMs <= 0.25, how: 'against the first compile, in the same process' },
    ];
  },
  memory: async () => {
    const { idleBytes, afterBytes } = await benchMemory();
    return [{ what: 'memory of the server, idle and after 100,000 events', figure: `${megabytes(idleBytes)}, ${megabytes(afterBytes)}`, target: 'at most 2.5 times', met: afterBytes <= 2.5 * idleBytes, how: 'resident size, SQLite' }];
  },
  player: async () => {
    const bytes = gzipSync(await readFile('apps/player/dist/player.js'), { level: 9 }).length;
    return [{ what: 'the player, script and style', figure: `${(bytes / 1024).toFixed(1)} kB gzipped`, target: 'at most 60 kB', met: bytes <= 60 * 1024, how: 'the one file that every page of a course loads' }];
  },
};
