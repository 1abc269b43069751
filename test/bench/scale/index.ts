import { readFile } from 'node:fs/promises';
import { type Running, startBuiltServer } from '../processes.js';
import { graphqlRequest, json, load, onEngine } from '../record-events.js';
import { fullScale, seedScale } from './seed.js';
import type { Template } from './template.js';

/** One thing that people do: its time at full scale by that of one organisation alone, medians in milliseconds or answers a second. */
export interface ScaleFigure { what: string; ratio: number; small: number; large: number; unit: 'ms' | 'a second' }
const runs = 21;
const loads = 5;

interface Place { server: Running; template: Template }
/** What the screens ask, as their own documents say it. */
interface Screen { what: string; documents: string; operations: [name: string, variables: (template: Template) => object][]; who: 'coordinator' | 'learner' }
const screens: Screen[] = [
  {
    what: 'a cohort of 100', documents: 'apps/web/src/coordinator/coordinator.graphql', who: 'coordinator',
    operations: [['CohortHead', ({ cohort }) => ({ id: cohort })], ['CohortMap', ({ cohort }) => ({ id: cohort, after: null })], ['CohortLearners', ({ cohort }) => ({ id: cohort, first: 40, sort: 'NAME', descending: false })]],
  },
  { what: 'a learner\'s home', documents: 'apps/web/src/learner/learner.graphql', who: 'learner', operations: [['LearnerHome', () => ({ after: null })]] },
];

/** The full scale beside one of its organisations alone, each with a server of its own, asked in turn. Needs a built server. */
export function benchScale(engine: 'sqlite' | 'postgres', organisations = fullScale.organisations): Promise<ScaleFigure[]> {
  return onEngine(engine, (_small, smallEnv) => onEngine(engine, async (_large, largeEnv) => {
    const seeded = [await seedScale(smallEnv, { ...fullScale, organisations: 1 }), await seedScale(largeEnv, { ...fullScale, organisations })] as const;
    const places = { small: { server: await startBuiltServer(smallEnv), template: seeded[0] }, large: { server: await startBuiltServer(largeEnv), template: seeded[1] } };
    try {
      const figures: ScaleFigure[] = [];
      for (const screen of screens) figures.push(await inTurn(screen.what, 'ms', places, runs, await opening(screen)));
      figures.push(await inTurn('recordEvents', 'a second', places, loads, recording));
      return figures;
    } finally {
      await Promise.all([places.small.server.stop(), places.large.server.stop()]);
    }
  }));
}

async function inTurn(what: string, unit: ScaleFigure['unit'], { small, large }: { small: Place; large: Place }, times: number, measure: (place: Place) => Promise<number>): Promise<ScaleFigure> {
  const found: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let run = 0; run <= times; run += 1) {
    const [ofSmall, ofLarge] = [await measure(small), await measure(large)];
    if (run === 0) continue; // warms both up
    found.small.push(ofSmall);
    found.large.push(ofLarge);
  }
  const medians = { small: median(found.small), large: median(found.large) };
  return { what, unit, ...medians, ratio: unit === 'ms' ? medians.large / medians.small : medians.small / medians.large };
}

/** Milliseconds until all that a screen asks is answered. */
async function opening({ documents, operations, who }: Screen): Promise<(place: Place) => Promise<number>> {
  const query = await readFile(documents, 'utf8') + (documents.includes('coordinator') ? await outcomeFragment() : '');
  return async ({ server, template }) => {
    const began = performance.now();
    await Promise.all(operations.map(async ([operationName, variables]) => {
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { ...json, cookie: template[who] }, body: JSON.stringify({ query, operationName, variables: variables(template) }) });
      const answer = await response.json() as { errors?: unknown };
      if (answer.errors !== undefined) throw new Error(`${operationName}: ${JSON.stringify(answer.errors)}`);
    }));
    return performance.now() - began;
  };
}

/** The coordinator's documents use one of the learner's. */
async function outcomeFragment(): Promise<string> {
  const text = await readFile('apps/web/src/learner/learner.graphql', 'utf8');
  return text.slice(text.indexOf('fragment AttemptOutcome'));
}

/** Events a second of the learners over 32 connections, one event a request. */
const recording = ({ server, template }: Place): Promise<number> => load({ url: `${server.url}/graphql`, seconds: 4, request: (n) => graphqlRequest(template.room, n, 1) });

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
