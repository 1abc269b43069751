import { analyse, AttemptAccumulator, explain } from '@preceptor/assessment/statistics';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const itemCount = 50;

interface Answered { item: string; raw: number; max: number; chosen: string[]; seconds: number }
interface Attempted { cohort: string; version: string; scores: Answered[] }

/**
 * Streams 100,000 attempts of 50 items through the statistics, everything included (four cohorts, two versions, options,
 * times, item response parameters, explanations), and beside it merely sums the same stream. Seconds; `heldBytes` is what
 * the accumulator keeps alive after 100,000 attempts, `heldEarly` after 20,000.
 */
export async function benchStatistics(): Promise<{ seconds: number; analysisSeconds: number; floorSeconds: number; heldEarly: number; heldBytes: number; findings: number }> {
  const count = 100_000;
  once(5_000, () => undefined); // warms up what makes the stream
  const floorSeconds = timed(() => {
    let [raw, max] = [0, 0];
    once(count, ({ scores }) => {
      for (const score of scores) {
        raw += score.raw;
        max += score.max;
      }
    });
    if (raw > max) throw new Error('more was earned than there was');
  });
  const accumulator = new AttemptAccumulator();
  const before = alive();
  let heldEarly = 0;
  let done = 0;
  let pause = 0;
  const streamed = timed(() => once(count, (attempt) => {
    accumulator.add(attempt);
    done += 1;
    if (done === 20_000) pause = timed(() => { heldEarly = alive() - before; });
  }));
  const heldBytes = alive() - before;
  let findings = 0;
  const analysisSeconds = timed(() => {
    findings = explain(analyse(accumulator, { passMark: 0.6, compare: { reference: 'cohort-0', focal: 'cohort-1' } })).length;
  });
  return { seconds: streamed - pause + analysisSeconds, analysisSeconds, floorSeconds, heldEarly, heldBytes, findings };
}

/** The same stream each time: a two-parameter model with guessing, by a xorshift generator (G. Marsaglia 2003). */
function once(count: number, take: (attempt: Attempted) => void): void {
  let state = 0x9e3779b9;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const names = Array.from({ length: itemCount }, (_, at) => `item-${at}`);
  const difficulties = names.map(() => 3 * uniform() - 1.5);
  const wrong = ['B', 'C', 'D'];
  for (let at = 0; at < count; at++) {
    const ability = 1.7 * (uniform() + uniform() + uniform() + uniform() - 2); // nearly normal
    const scores = names.map((item, number): Answered => {
      const right = uniform() < 0.2 + 0.8 / (1 + Math.exp(1.3 * ((difficulties[number] ?? 0) - ability)));
      return { item, raw: right ? 1 : 0, max: 1, chosen: [right ? 'A' : wrong[Math.floor(3 * uniform())] ?? 'B'], seconds: 10 + 60 * uniform() };
    });
    take({ cohort: `cohort-${at % 4}`, version: at < count / 2 ? '1' : '2', scores });
  }
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

/** Bytes alive after a collection. */
function alive(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
