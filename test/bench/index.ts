import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { BenchRow } from './bench.js';
import { benchCompile } from './compile.js';
import { benchFirstView, type FirstView } from './first-view.js';
import { benchHuge } from './huge.js';
import { benchItemLint } from './item-lint.js';
import { benchPackaging, largeCourse, smallCourse } from './packaging.js';
import { benchQuestionBank } from './question-bank.js';
import { benchMemory, benchRecordEvents } from './record-events.js';
import { benchScale } from './scale/index.js';
import { benchSaveResponse } from './save-response.js';
import { benchServedStatistics } from './served-statistics.js';
import { benchStatistics } from './statistics.js';
import { benchWatchers } from './watchers.js';

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const number = (value: number): string => Math.round(value).toLocaleString('en');
const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** Every bench by the name that `npm run bench -- NAME` takes. */
export const benches: Record<string, () => Promise<BenchRow[]>> = {
  recordEvents: async () => (await benchRecordEvents()).map(({ engine, ratio, perSecond, floorPerSecond }) => ({
    what: `recordEvents a second, durable, on ${names[engine]}`, figure: `${ratio.toFixed(2)} (${number(perSecond)} against ${number(floorPerSecond)})`, target: 'at least 0.7', met: ratio >= 0.7,
    how: '32 connections, one event a request, answered once durable; against a bare Fastify with the raw driver doing the same insert, a commit each, with the same durability',
  })),
  saveResponse: async () => (await benchSaveResponse()).map(({ engine, ratio, perSecond, floorPerSecond }) => ({
    what: `saveResponse a second, durable, on ${names[engine]}`, figure: `${ratio.toFixed(2)} (${number(perSecond)} against ${number(floorPerSecond)})`, target: 'at least 0.5', met: ratio >= 0.5,
    how: '32 connections, one answer a request in an attempt that a device holds, checked against its rules and answered once durable; against the same floor as recordEvents',
  })),
  watchers: async () => {
    const rows: BenchRow[] = [];
    for (const engine of ['sqlite', 'postgres'] as const) {
      const { ratio, perSecond, unwatchedPerSecond, processorMs, unwatchedProcessorMs, piecesASecond, kilobytesASecond } = await benchWatchers(engine);
      const dearer = processorMs / unwatchedProcessorMs;
      rows.push({
        what: `recordEvents a second while twelve coordinators watch the cohort of 500, on ${names[engine]}`, figure: `${ratio.toFixed(2)} (${number(perSecond)} against ${number(unwatchedPerSecond)})`, target: 'at least 0.9', met: ratio >= 0.9,
        how: `32 connections, one event a request, all of the 500 in turn; against a server of its own at which nobody looks; at 50 events a second each coordinator hears ${piecesASecond.toFixed(1)} pieces and ${number(kilobytesASecond)} kB a second`,
      }, {
        what: `processor time of one event meanwhile, on ${names[engine]}`, figure: `${dearer.toFixed(2)} times (${processorMs.toFixed(2)} ms against ${unwatchedProcessorMs.toFixed(2)} ms)`, target: 'at most 1.1 times', met: dearer <= 1.1,
        how: 'of the server\'s process alone, with all that it tells the twelve; what else the machine does is not in it',
      });
    }
    return rows;
  },
  packaging: async () => {
    const large = await benchPackaging(largeCourse, { runs: 3, peer: true });
    const small = await benchPackaging(smallCourse, { runs: 3, peer: false });
    const against = (seconds: number, other: number): string => `${(seconds / other).toFixed(2)} (${seconds.toFixed(2)} s against ${other.toFixed(2)} s)`;
    const course = '300 lessons, 1,000 items and 200 MB of media';
    const floor = 'against `zip -0 -r` over the same unzipped files';
    return [
      { what: `packaging ${course} after an edit`, figure: against(large.edited, large.floor), target: 'at most 1.5', met: large.edited / large.floor <= 1.5, how: `compiling included, one lesson changed since the last time; ${floor}` },
      { what: 'packaging it for the first time', figure: against(large.cold, large.floor), target: 'at most 1.5', met: large.cold / large.floor <= 1.5, how: `compiling included, nothing kept from before; ${floor}` },
      { what: 'packaging the same version again', figure: against(large.again, large.floor), target: 'at most 1.5', met: large.again / large.floor <= 1.5, how: `from the content-addressed cache; ${floor}` },
      { what: 'a peer that compiles nothing, on the same files', figure: large.peer === null ? 'not run' : against(large.peer, large.cold), target: 'at least 3', met: large.peer !== null && large.peer / large.cold >= 3, how: 'simple-scorm-packager over the unzipped files, against our first time' },
      { what: 'peak memory while packaging it', figure: megabytes(large.peakBytes), target: 'under 150 MB', met: large.peakBytes < 150 * 2 ** 20, how: 'largest resident size of the process' },
      { what: 'size of its zip', figure: megabytes(large.zipBytes), target: 'media and little more', met: large.zipBytes < 206 * 10 ** 6, how: 'already compressed media are stored, texts deflated' },
      { what: 'packaging 6 lessons', figure: `${small.cold.toFixed(2)} s, ${megabytes(small.zipBytes)}`, target: 'said', met: true, how: `for the first time; \`zip -0 -r\` takes ${small.floor.toFixed(2)} s` },
    ];
  },
  'first-view': async () => {
    const { small, large } = await benchFirstView(smallCourse, { ...largeCourse, mediaBytes: 20_000_000 });
    const growth = large.usableMs / small.usableMs;
    const weight = ({ bytes, requests }: FirstView): string => `${(bytes / 1024).toFixed(1)} kB in ${requests} requests`;
    return [
      { what: 'first view of a course of 300 lessons', figure: weight(large), target: 'under 80 kB', met: large.bytes < 80 * 1024, how: `over the wire, script included, gzipped as web servers do; a course of 6 lessons: ${weight(small)}` },
      { what: 'time until it is usable, 300 lessons against 6', figure: `${growth.toFixed(2)} (${number(large.usableMs)} ms against ${number(small.usableMs)} ms)`, target: 'under 1.1', met: growth < 1.1, how: 'from the request to the first heading in Chromium, in turn, medians of 15 loads in fresh contexts' },
    ];
  },
  huge: async () => {
    const { peakBytes, seconds, zipBytes } = await benchHuge();
    return [{ what: 'packaging two films of 2.6 GB each', figure: `${megabytes(peakBytes)} at most, ${seconds.toFixed(0)} s`, target: 'under 150 MB', met: peakBytes < 150 * 2 ** 20, how: `a zip64 of ${(zipBytes / 10 ** 9).toFixed(1)} GB that unzip finds whole` }];
  },
  compile: async () => {
    const { ratio, parseMs, compileMs, incrementalMs } = await benchCompile();
    return [
      { what: 'compiling 300 lessons and 1,000 items', figure: `${ratio.toFixed(2)} (${number(compileMs)} ms against ${number(parseMs)} ms)`, target: 'at most 4', met: ratio <= 4, how: 'against merely parsing the same Markdown and YAML' },
      { what: 'compiling it again after one edit', figure: `${(incrementalMs / compileMs).toFixed(2)} (${number(incrementalMs)} ms)`, target: 'at most 0.25', met: incrementalMs / compileMs <= 0.25, how: 'against the first compile, in the same process' },
    ];
  },
  'item-lint': async () => {
    const { bankMs, jsonMs, itemMs, findings } = await benchItemLint(1_000, 7);
    const large = await benchItemLint(10_000, 3);
    return [
      { what: 'item lint of a bank of 1,000', figure: `${(bankMs / 1_000).toFixed(2)} s, ${(bankMs / jsonMs).toFixed(0)} times (${number(bankMs)} ms against ${jsonMs.toFixed(1)} ms)`, target: 'under 1 s', met: bankMs < 1_000, how: `all rules, near duplicates among them, ${number(findings)} findings; against \`JSON.stringify\` of the same items; one item as its author types takes ${itemMs.toFixed(2)} ms` },
      { what: 'item lint of 10,000 against 1,000', figure: `${(large.bankMs / bankMs).toFixed(1)} times (${(large.bankMs / 1_000).toFixed(1)} s)`, target: 'at most 15 times', met: large.bankMs <= 15 * bankMs, how: 'what it costs grows as the bank does' },
    ];
  },
  'question-bank': async () => {
    const rows: BenchRow[] = [];
    for (const engine of ['sqlite', 'postgres'] as const) {
      const { smallMs, largeMs, searchMs, facetsMs, compareSeconds } = await benchQuestionBank(engine);
      rows.push(
        { what: `opening a bank of 20,000 items against one of 200, on ${names[engine]}`, figure: `${(largeMs / smallMs).toFixed(2)} (${number(largeMs)} ms against ${number(smallMs)} ms)`, target: 'at most 3', met: largeMs <= 3 * smallMs, how: 'the list as the screen asks for it, 50 items with their bank, author and the count of all, over HTTP, in turn, medians of 15' },
        { what: `searching it by two words, and counting its filters, on ${names[engine]}`, figure: `${number(searchMs)} ms, ${number(facetsMs)} ms`, target: 'under 300 ms each', met: searchMs < 300 && facetsMs < 300, how: 'the second word half typed; how many items each state, kind, level, difficulty, tag, statement and author would leave' },
        { what: `finding what is alike among them, on ${names[engine]}`, figure: `${compareSeconds.toFixed(1)} s`, target: 'under 60 s', met: compareSeconds < 60, how: 'all 20,200 read, compared in a thread of its own, and the pairs stored' },
      );
    }
    return rows;
  },
  memory: async () => {
    const { idleBytes, afterBytes } = await benchMemory();
    return [{ what: 'memory of the server, idle and after 100,000 events', figure: `${megabytes(idleBytes)}, ${megabytes(afterBytes)}`, target: 'at most 2.5 times', met: afterBytes <= 2.5 * idleBytes, how: 'resident size, SQLite' }];
  },
  player: async () => {
    const bytes = gzipSync(await readFile('apps/player/dist/player.js'), { level: 9 }).length;
    return [{ what: 'the player, script and style', figure: `${(bytes / 1024).toFixed(1)} kB gzipped`, target: 'at most 60 kB', met: bytes <= 60 * 1024, how: 'the one file that every page of a course loads' }];
  },
  statistics: async () => {
    const { seconds, analysisSeconds, floorSeconds, heldEarly, heldBytes } = await benchStatistics();
    return [
      { what: 'statistics of 100,000 attempts of 50 items', figure: `${seconds.toFixed(1)} s, ${(seconds / floorSeconds).toFixed(1)} times (of it ${analysisSeconds.toFixed(1)} s after the last attempt)`, target: 'under 10 s', met: seconds < 10, how: `everything, item response parameters included, on one core; against making the same stream and merely summing it, ${floorSeconds.toFixed(2)} s` },
      { what: 'memory that they keep', figure: `${megabytes(heldBytes)}, ${megabytes(heldEarly)} after the first 20,000`, target: 'at most 1.2 times as much', met: heldBytes <= 1.2 * heldEarly, how: 'alive after a collection' },
    ];
  },
  'served-statistics': async () => {
    const rows: BenchRow[] = [];
    for (const engine of ['sqlite', 'postgres'] as const) {
      const { seconds, processorSeconds, floorSeconds, idleBytes, peakBytes } = await benchServedStatistics(engine);
      rows.push(
        { what: `statistics of 100,000 attempts of 50 items by the server, on ${names[engine]}`, figure: `${processorSeconds.toFixed(1)} s of one core, ${(seconds / floorSeconds).toFixed(1)} times (${seconds.toFixed(1)} s against ${floorSeconds.toFixed(1)} s)`, target: 'under 10 s', met: processorSeconds < 10, how: 'from the database by `recomputeStatistics` to every measure, stored; against the raw driver merely reading the same answers and summing them' },
        { what: `memory of the server meanwhile, on ${names[engine]}`, figure: `${megabytes(peakBytes)} at most, ${megabytes(idleBytes)} before`, target: 'at most 250 MB more', met: peakBytes - idleBytes <= 250 * 2 ** 20, how: 'largest resident size of the process; the 5,000,000 answers are some 1.5 GB on disk' },
      );
    }
    return rows;
  },
  scale: async () => (await benchScale('postgres')).map(({ what, ratio, small, large, unit }) => ({
    what: `${what} beside 20 million events of 200 organisations, on PostgreSQL`, figure: `${ratio.toFixed(2)} (${number(large)} ${unit} against ${number(small)} ${unit})`, target: 'at most 1.5 times', met: ratio <= 1.5,
    how: 'against one of these organisations alone in a database, each with its server, asked in turn over HTTP, medians',
  })),
};
