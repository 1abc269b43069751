/** What every tracker must do, as tests to be run against each adapter. For tests only: it needs Jest. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CourseOutline } from '@preceptor/course/delivery';
import { contractEvents } from './contract-events.js';
import type { Progress } from './progress.js';
import type { LaunchData, SaveState, Tracker } from './tracker.js';

export { contractEvents } from './contract-events.js';
export { sampleOutline } from './sample-course.js';

/** A backend (server, LMS, storage) and the trackers that speak to it, as one adapter's test provides them. */
export interface TrackerHarness {
  readonly outline: CourseOutline;
  /** Makes a tracker as a newly opened page would: same learner, course and device. Does not launch it. */
  open(mode?: LaunchData['mode']): Tracker | Promise<Tracker>;
  /** From now on the backend fails at every call, as without a network or with an LMS's session lost. */
  goOffline(): void;
  goOnline(): void;
  /** What the backend itself holds of the learner, as progress. */
  held(): Progress | Promise<Progress>;
  /** How often the backend was told that a session ends; null where it is never told. */
  endings(): number | null;
  /** Modes besides 'normal' that this adapter has. */
  readonly modes: readonly ('review' | 'browse')[];
  /** What could not be sent is found again by the next page on the same device. */
  readonly keepsOffline: boolean;
  close?(): void | Promise<void>;
}

export function trackerContract(name: string, makeHarness: () => TrackerHarness | Promise<TrackerHarness>): void {
  describe(`the tracker ${name}`, () => {
    let harness: TrackerHarness;
    beforeEach(async () => { harness = await makeHarness(); });
    afterEach(async () => { await harness.close?.(); });

    const launched = async (mode?: LaunchData['mode']): Promise<{ tracker: Tracker; data: LaunchData; states: SaveState[] }> => {
      const tracker = await harness.open(mode);
      const states: SaveState[] = [];
      tracker.onState((state) => states.push(state));
      return { tracker, data: await tracker.launch(), states };
    };

    test('finds nothing begun at the first opening', async () => {
      const { data } = await launched();
      expect(data).toMatchObject({ mode: 'normal', progress: { success: 'unknown', score: null, bookmark: null, fraction: 0 } });
      expect(data.progress.lessons[contractEvents.lesson]).toMatchObject({ completion: 'not-started' });
    });

    test('gives back at the next opening what was recorded before', async () => {
      const { tracker } = await launched();
      await tracker.record(contractEvents.all());
      tracker.flush();
      tracker.terminate();
      await eventually(async () => expectAll(await harness.held()));
      const { data } = await launched();
      expectAll(data.progress);
    });

    test('has kept what was recorded when record resolves, even if the page dies then', async () => {
      const { tracker } = await launched();
      await tracker.record(contractEvents.all());
      const { data } = await launched();
      expectAll(data.progress);
    });

    test('counts once what is recorded twice', async () => {
      const { tracker } = await launched();
      const events = contractEvents.all();
      await tracker.record(events);
      await tracker.record(events);
      tracker.flush();
      tracker.terminate();
      await eventually(async () => expectAll(await harness.held()));
      const { data } = await launched();
      expectAll(data.progress);
    });

    test('ends the session once, however often the page says that it is being left', async () => {
      const { tracker } = await launched();
      await tracker.record(contractEvents.all());
      tracker.flush();
      for (let times = 0; times < 3; times++) expect(() => tracker.terminate()).not.toThrow();
      await expect(tracker.record(contractEvents.after())).resolves.toBeUndefined();
      expect(() => tracker.flush()).not.toThrow();
      await eventually(() => expect([null, 1]).toContain(harness.endings()));
    });

    test('brings back an open attempt and lets it be submitted in another session', async () => {
      const first = await launched();
      await first.tracker.record(contractEvents.all());
      first.tracker.terminate();
      const second = await launched();
      await second.tracker.record(contractEvents.submitted());
      second.tracker.flush();
      second.tracker.terminate();
      const { data } = await launched();
      expect(data.progress.assessments['final']).toMatchObject({ completion: 'completed', attempts: 1, openAttempt: null });
    });

    test('says truthfully whether what was recorded is safe', async () => {
      const { tracker, states } = await launched();
      harness.goOffline();
      await tracker.record(contractEvents.all());
      await eventually(() => expect(states.at(-1)).toBe(harness.keepsOffline ? 'waiting' : 'nowhere'));
      harness.goOnline();
      tracker.flush();
      await tracker.record(contractEvents.after());
      await eventually(async () => {
        expect(['saved', 'local']).toContain(states.at(-1));
        expectAll(await harness.held());
      });
      tracker.terminate();
    });

    test('stops telling of the save state when asked to', async () => {
      const tracker = await harness.open();
      const states: SaveState[] = [];
      const stop = tracker.onState((state) => states.push(state));
      await tracker.launch();
      stop();
      const before = states.length;
      await tracker.record(contractEvents.all());
      tracker.flush();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(states).toHaveLength(before);
      tracker.terminate();
    });

    test('throws nothing while the backend fails, and sends everything later', async () => {
      const { tracker } = await launched();
      harness.goOffline();
      for (const event of contractEvents.all()) await expect(tracker.record([event])).resolves.toBeUndefined();
      expect(() => tracker.flush()).not.toThrow();
      harness.goOnline();
      tracker.flush();
      await eventually(async () => expectAll(await harness.held()));
      tracker.terminate();
    });

    test('throws nothing when the page is left while the backend fails', async () => {
      const { tracker } = await launched();
      harness.goOffline();
      await tracker.record(contractEvents.all());
      expect(() => tracker.terminate()).not.toThrow();
      harness.goOnline();
      const { data } = await launched();
      if (harness.keepsOffline) expectAll(data.progress);
    });

    test('writes nothing in review or browse mode', async () => {
      const first = await launched();
      await first.tracker.record(contractEvents.all());
      first.tracker.flush();
      first.tracker.terminate();
      await eventually(async () => expectAll(await harness.held()));
      const before = JSON.stringify(await harness.held());
      for (const mode of harness.modes) {
        const { tracker, data, states } = await launched(mode);
        expect(data.mode).toBe(mode);
        await tracker.record(contractEvents.submitted());
        tracker.flush();
        tracker.terminate();
        expect(states.filter((state) => state !== 'closed')).toEqual([]);
        expect(JSON.stringify(await harness.held())).toBe(before);
      }
    });
  });
}

function expectAll(progress: Progress): void {
  expect(progress).toMatchObject(contractEvents.progress());
}

/** Tries again until it holds, for up to four seconds. */
async function eventually(check: () => void | Promise<void>): Promise<void> {
  const end = Date.now() + 4000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
