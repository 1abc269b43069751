import { expect, test } from '@jest/globals';
import { emptyState, progressOf, type TrackingState } from '@preceptor/tracking';
import { contractEvents, sampleOutline, trackerContract, type TrackerHarness } from '@preceptor/tracking/contract';
import { en } from '../../words/en.js';
import { es } from '../../words/es.js';
import { StandaloneTracker } from './standalone-tracker.js';

const outline = sampleOutline();

function browserStorage(): { values: Map<string, string>; full: boolean; get(key: string): string | null; set(key: string, value: string): boolean } {
  return {
    values: new Map(),
    full: false,
    get(key) {
      return this.values.get(key) ?? null;
    },
    set(key, value) {
      if (!this.full) this.values.set(key, value);
      return !this.full;
    },
  };
}

function harness(): TrackerHarness {
  const storage = browserStorage();
  return {
    outline, modes: [], keepsOffline: false,
    open: () => new StandaloneTracker(outline, 'standalone', storage),
    goOffline: () => void (storage.full = true),
    goOnline: () => void (storage.full = false),
    held: () => progressOf(stored(storage.values), outline),
    endings: () => null,
  };
}

function stored(values: Map<string, string>): TrackingState {
  const [text] = values.values();
  return text === undefined ? emptyState() : (JSON.parse(text) as TrackingState);
}

trackerContract('for a course without a learning system', harness);

test('two tabs on one course keep what either of them records', async () => {
  const storage = browserStorage();
  const [one, other] = [new StandaloneTracker(outline, 'standalone', storage), new StandaloneTracker(outline, 'standalone', storage)];
  await one.launch();
  await other.launch();
  const [first, ...rest] = contractEvents.all();
  if (first === undefined) throw new Error('the contract has events');
  await one.record(rest);
  await other.record([first]);
  expect(progressOf(stored(storage.values), outline)).toMatchObject(contractEvents.progress());
});

test.each(['standalone', 'no-api', 'lms-failed'] as const)('a learner whose browser keeps nothing is told so, in the header too, besides what else is amiss (%s)', async (amiss) => {
  const storage = browserStorage();
  storage.full = true;
  const tracker = new StandaloneTracker(outline, amiss, storage);
  const [states, notices]: [string[], (string | null)[]] = [[], []];
  tracker.onState((state) => states.push(state));
  tracker.onNotice((notice) => notices.push(notice));
  const { notice } = await tracker.launch();
  expect(notice).toBe(`${amiss}-nowhere`);
  for (const words of [en, es]) expect(words.notices[`${amiss}-nowhere`]).not.toBe(words.notices[amiss]);
  await tracker.record(contractEvents.all());
  expect(new Set(states)).toEqual(new Set(['nowhere']));
  storage.full = false;
  tracker.flush();
  expect([states.at(-1), notices]).toEqual(['local', [amiss]]);
});

test('what something else has put in the place of our progress does not stop the course', async () => {
  const storage = browserStorage();
  storage.values.set(`preceptor:course:${outline.id}`, '{"format":"another"');
  expect((await new StandaloneTracker(outline, 'standalone', storage).launch()).progress.firstAt).toBeNull();
});
