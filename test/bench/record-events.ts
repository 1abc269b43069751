import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { v7 } from 'uuid';
import { type LoadClassroom, openLoadClassroom } from './load-classroom.js';
import { startPostgres } from './postgres.js';
import { type Running, startBuiltServer, startProgram } from './processes.js';

const connections = 32;
const runs = 5;
const secondsARun = 4;
export const recordEvents = 'mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted rejected { id code } } }';
/** One operation's rate on one engine, beside the floor's. */
export interface EngineFigure { engine: 'sqlite' | 'postgres'; /** ours by the floor's, of medians */ ratio: number; perSecond: number; floorPerSecond: number }

/** `recordEvents`, one event a request, against a bare Fastify with the raw driver: both durable, in turn, on one machine. Needs a built server. */
export async function benchRecordEvents(engines: ('sqlite' | 'postgres')[] = ['sqlite', 'postgres']): Promise<EngineFigure[]> {
  const figures: EngineFigure[] = [];
  for (const engine of engines) figures.push(await againstFloor(engine, async (room) => (n) => graphqlRequest(room, n, 1)));
  return figures;
}

/** Memory of the server's process in bytes (resident): idle after its start, and after 100,000 recorded events. Needs a built server. */
export function benchMemory(): Promise<{ idleBytes: number; afterBytes: number }> {
  return onEngine('sqlite', async (_engine, env) => {
    const ours = await startBuiltServer(env);
    try {
      const room = await openLoadClassroom(ours.url, connections);
      const idleBytes = residentBytes(ours);
      let left = 100_000;
      await load({ url: `${ours.url}/graphql`, amount: left / 50, request: (n) => { left -= 50; return graphqlRequest(room, n, 50); } });
      return { idleBytes, afterBytes: residentBytes(ours) };
    } finally {
      await ours.stop();
    }
  });
}

export async function onEngine<T>(engine: 'sqlite' | 'postgres', work: (engine: 'sqlite' | 'postgres', env: Record<string, string>) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'preceptor-bench-'));
  const postgres = engine === 'postgres' ? await startPostgres() : null;
  try {
    return await work(engine, { DATA_DIR: dataDir, ...(postgres === null ? {} : { DATABASE_URL: postgres.url }) });
  } finally {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One request: its number decides which learner's, so that all connections have one of their own. */
export interface Sent { headers: Record<string, string>; body: string }
/** What our server answers to requests that `prepare` makes, in turn with the floor. Needs a built server. */
export const againstFloor = (engine: 'sqlite' | 'postgres', prepare: (room: LoadClassroom, url: string) => Promise<(n: number) => Sent>): Promise<EngineFigure> => onEngine(engine, async (_engine, env) => {
  const floor = await startProgram(join(import.meta.dirname, 'floor.js'), env);
  const ours = await startBuiltServer(env);
  try {
    const room = await openLoadClassroom(ours.url, connections);
    const request = await prepare(room, ours.url);
    const figures: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
    for (let run = 0; run <= runs; run += 1) {
      const floorPerSecond = await load({ url: `${floor.url}/events`, seconds: secondsARun, request: (n) => floorRequest(room, n) });
      const perSecond = await load({ url: `${ours.url}/graphql`, seconds: secondsARun, request });
      if (run === 0) continue; // warms both up
      figures.floor.push(floorPerSecond);
      figures.ours.push(perSecond);
    }
    const [perSecond, floorPerSecond] = [median(figures.ours), median(figures.floor)];
    return { engine, ratio: perSecond / floorPerSecond, perSecond, floorPerSecond };
  } finally {
    await floor.stop();
    await ours.stop();
  }
});

interface Load { url: string; seconds?: number; amount?: number; /** at most so many a second */ rate?: number; request: (n: number) => Sent }
/** Answers a second; throws where any answer was not 200 or a request failed. */
export async function load({ url, seconds, amount, rate, request }: Load): Promise<number> {
  let n = 0;
  const result = await autocannon({
    url, connections, method: 'POST', ...(seconds === undefined ? {} : { duration: seconds }), ...(amount === undefined ? {} : { amount }), ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [{ method: 'POST', setupRequest: (base) => ({ ...base, ...request((n += 1)) }) }],
  });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${result.errors} requests failed and ${result.non2xx} were refused at ${url}.`);
  return result['2xx'] / result.duration;
}

export const json = { 'content-type': 'application/json' };
function eventOf(room: LoadClassroom, n: number) {
  const lesson = room.lessons[n % room.lessons.length] ?? '';
  const kind = n % 4;
  return {
    id: v7(), at: new Date().toISOString(), session: '01935a00-0000-7000-8000-000000000000', lesson,
    ...(kind === 0 ? { type: 'lesson-opened' } : kind === 3 ? { type: 'lesson-completed' } : { type: 'position', position: (n % 100) / 100 }),
  };
}
function floorRequest(room: LoadClassroom, n: number) {
  return { headers: json, body: JSON.stringify({ enrolment: learnerOf(room, n).enrolment, event: eventOf(room, n) }) };
}
export function graphqlRequest(room: LoadClassroom, n: number, events: number) {
  const { cookie, enrolment } = learnerOf(room, n);
  return { headers: { ...json, cookie }, body: JSON.stringify({ query: recordEvents, variables: { enrolment, events: Array.from({ length: events }, (_, index) => eventOf(room, n + index)) } }) };
}
export function learnerOf(room: LoadClassroom, n: number) {
  const learner = room.learners[n % room.learners.length];
  if (learner === undefined) throw new Error('The classroom is empty.');
  return learner;
}

/** What the operating system says the process holds. */
const residentBytes = (running: Running) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(running.child.pid)]).toString().trim()) * 1024;
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
