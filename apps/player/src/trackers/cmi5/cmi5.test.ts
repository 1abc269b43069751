import { describe, expect, test } from '@jest/globals';
import { emptyState, progressOf, type TrackingState } from '@preceptor/tracking';
import { contractEvents, trackerContract, type TrackerHarness } from '@preceptor/tracking/contract';
import { count } from '../../../../../test/conformance/cmi5/lrs.js';
import type { PlayerTracker } from '../player-tracker.js';
import { lms, memory } from '../../../../../test/conformance/cmi5/one-process.js';
import { launchParameters } from './launch.js';

const MODES = { normal: 'Normal', review: 'Review', browse: 'Browse' } as const;

function harness(): TrackerHarness {
  const { lrs, outline, at, launch } = lms();
  const opened: PlayerTracker[] = [];
  return {
    outline, modes: ['review', 'browse'], keepsOffline: true,
    async open(mode = 'normal') {
      const tracker = await launch({ launchMode: MODES[mode] });
      opened.push(tracker);
      return tracker;
    },
    goOffline: () => void (at.trouble = () => 'away'),
    goOnline: () => void (at.trouble = () => undefined),
    held: () => progressOf({ ...emptyState(), ...(lrs.kept()?.state as TrackingState | undefined) }, outline),
    endings: () => count(lrs, 'terminated'),
    close() {
      for (const tracker of opened) tracker.terminate();
      expect(lrs.objections).toEqual([]);
    },
  };
}

trackerContract('for cmi5', harness);

const score = (scaled: number, passed: boolean, of = contractEvents.submitted()) => of.map((event) => (event.type === 'attempt-submitted' ? { ...event, score: { raw: scaled * 25, max: 25, scaled, passed } } : event));
const eventually = async (check: () => void): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return check();
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};

describe('what cmi5 lets a course say', () => {
  test('begins with "initialized", ends with "terminated", and "passed" stands between, once in a registration', async () => {
    const { lrs, launch, verbs } = lms({ masteryScore: 0.8 });
    const first = await launch();
    await first.launch();
    await first.record([...contractEvents.all(), ...contractEvents.submitted()]);
    first.terminate();
    await eventually(() => expect(verbs()).toEqual(['initialized', 'passed', 'progressed', 'terminated']));
    const second = await launch();
    await second.launch();
    await second.record(contractEvents.after());
    second.terminate();
    await eventually(() => expect(verbs()).toEqual(['initialized', 'passed', 'progressed', 'terminated', 'initialized', 'terminated']));
    expect(lrs.objections).toEqual([]);
  });

  test('a failure waits for the end of the session, as another attempt may still pass', async () => {
    const { lrs, launch, verbs } = lms({ masteryScore: 0.8 });
    const tracker = await launch();
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...score(0.5, false)]);
    await eventually(() => expect(verbs()).toContain('progressed'));
    expect(verbs()).not.toContain('failed');
    tracker.terminate();
    await eventually(() => expect(verbs().slice(-2)).toEqual(['failed', 'terminated']));
    const again = await launch();
    await again.launch();
    again.terminate();
    await eventually(() => expect(verbs().slice(-2)).toEqual(['initialized', 'terminated']));
    expect(lrs.objections).toEqual([]);
  });

  test.each([[0.75, 0.7, true, 'passed'], [0.85, 0.9, true, 'failed'], [0.79999, 0.8, false, 'failed']])('a score of %d is judged by the mastery score of the LMS, %d, whatever the course thinks', async (scaled, masteryScore, own, verdict) => {
    const { lrs, launch, verbs } = lms({ masteryScore });
    const tracker = await launch();
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...score(scaled, own)]);
    tracker.terminate();
    await eventually(() => expect(verbs()).toContain('terminated'));
    expect([verbs().filter((verb) => verb === 'passed' || verb === 'failed'), lrs.objections]).toEqual([[verdict], []]);
  });

  test('a mark that the LMS has lowered since holds for what was done before, on the screen and in the record', async () => {
    const { lrs, launch, verbs } = lms({ masteryScore: 0.8 });
    const tracker = await launch();
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...score(0.75, false)]);
    tracker.terminate();
    await eventually(() => expect(verbs().slice(-2)).toEqual(['failed', 'terminated']));
    const again = await launch({ masteryScore: 0.7 });
    expect((await again.launch()).state.attempts).toMatchObject(Object.fromEntries(score(0.75, true).flatMap((event) => ('attempt' in event && event.type === 'attempt-submitted' ? [[event.attempt, { submitted: { score: { passed: true } } }]] : []))));
    again.terminate();
    await eventually(() => expect(verbs().slice(-3)).toEqual(['initialized', 'passed', 'terminated']));
    expect(lrs.objections).toEqual([]);
  });

  test.each([['passed-incomplete', 0.5, []], ['passed-incomplete', 0.9, ['passed']], ['completed', 0.9, []], ['completed', 0.5, []]] as const)('a package that tells "%s" says of a score of %d: %j', async (status, scaled, verdicts) => {
    const { lrs, chosen, launch, verbs } = lms({ masteryScore: 0.8 });
    chosen.reporting.status = status;
    const tracker = await launch();
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...score(scaled, scaled >= 0.8)]);
    tracker.terminate();
    await eventually(() => expect(verbs()).toContain('terminated'));
    expect([verbs().filter((verb) => verb === 'passed' || verb === 'failed'), lrs.objections]).toEqual([verdicts, []]);
  });

  test('an LMS that lets a course say nothing but what cmi5 defines gets the rest of it', async () => {
    const { lrs, launch, verbs } = lms({ definedOnly: true });
    const tracker = await launch();
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...contractEvents.submitted()]);
    await eventually(() => expect(verbs()).toEqual(['initialized', 'passed']));
    tracker.terminate();
    await eventually(() => expect(verbs()).toEqual(['initialized', 'passed', 'terminated']));
    expect(lrs.objections).toEqual([]);
  });
});

describe('what is kept in the LMS', () => {
  test('is joined where two devices write at once, and both hear of it', async () => {
    const { lrs, launch, outline } = lms();
    const [one, other] = [await launch(), await launch({}, memory())];
    const heard: TrackingState[] = [];
    other.onKnown((state) => heard.push(state));
    await one.launch();
    await other.launch();
    // The session of the first is abandoned for the LMS, so what it did waits on its device.
    const [first, ...rest] = contractEvents.all();
    if (first === undefined) throw new Error('the contract has events');
    await one.record(rest);
    await other.record([first, ...contractEvents.after()]);
    one.terminate();
    other.terminate();
    const third = await launch();
    await third.launch();
    await eventually(() => expect(progressOf({ ...emptyState(), ...(lrs.kept()?.state as TrackingState) }, outline)).toMatchObject(contractEvents.progress()));
    third.terminate();
  });

  test('is not overwritten by a second device in a session of its own', async () => {
    const { lrs, launch, outline } = lms({ manySessions: true });
    const [one, other] = [await launch(), await launch({}, memory())];
    await one.launch();
    await other.launch();
    const events = contractEvents.all();
    await one.record(events.slice(0, 5));
    await eventually(() => expect(lrs.kept()).not.toBeNull());
    await other.record(events.slice(5));
    const held = () => progressOf({ ...emptyState(), ...(lrs.kept()?.state as TrackingState | undefined) }, outline);
    await eventually(() => expect(held()).toMatchObject(contractEvents.progress()));
    // The first has not heard of that, and writes again.
    const saved: string[] = [];
    one.onState((state) => saved.push(state));
    await one.record(contractEvents.after());
    await eventually(() => expect(saved.at(-1)).toBe('saved'));
    expect(held()).toMatchObject(contractEvents.progress());
    one.terminate();
    other.terminate();
    await eventually(() => expect(count(lrs, 'terminated')).toBe(2));
    expect([held(), lrs.objections]).toEqual([expect.objectContaining({ acknowledged: true, bookmark: expect.objectContaining({ lesson: 'lesson-0-1' }) }), []]);
  });

  test('is read again when it was written by another since', async () => {
    const { lrs, at, launch, outline } = lms();
    const tracker = await launch();
    await tracker.launch();
    let times = 0;
    // Somebody else writes between our reading and our writing, twice.
    const conditions: string[] = [];
    at.trouble = (_url, request) => {
      if (request.method !== 'PUT') return undefined;
      const headers = new Headers(request.headers);
      conditions.push(headers.get('if-match') ?? headers.get('if-none-match') ?? 'whatever is there');
      return (times += 1) <= 2 ? new Response(null, { status: 412 }) : undefined;
    };
    await tracker.record(contractEvents.all());
    await eventually(() => expect(progressOf({ ...emptyState(), ...(lrs.kept()?.state as TrackingState | undefined) }, outline)).toMatchObject(contractEvents.progress()));
    expect(times).toBe(3);
    await tracker.record(contractEvents.after());
    await eventually(() => expect(times).toBe(4));
    expect(conditions).toEqual(['*', '*', '*', expect.stringMatching(/^".+"$/)]);
    tracker.terminate();
  });
});

describe('a launch', () => {
  test('whose address has no parameters of cmi5 is none', () => {
    for (const search of ['', '?endpoint=x&fetch=y', `?${new URLSearchParams({ endpoint: 'x', fetch: 'y', actor: '{', registration: 'r', activityId: 'a' })}`]) expect(launchParameters(search)).toBeNull();
  });

  test('asks for its token once; a page that is loaded again shows what was done, but its session has ended', async () => {
    const { lrs, asked, parameters, open, launch, verbs } = lms();
    const [search, tab] = [parameters(), memory()];
    const tracker = await open(search, tab);
    await tracker.launch();
    await tracker.record(contractEvents.all());
    tracker.terminate();
    await eventually(() => expect(verbs().at(-1)).toBe('terminated'));
    const again = await open(search, tab);
    const { progress, notice } = await again.launch();
    expect([progress, notice]).toEqual([expect.objectContaining({ acknowledged: true }), 'session-over']);
    await again.record(contractEvents.submitted());
    again.flush();
    again.terminate();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(verbs().at(-1)).toBe('terminated');
    const next = await launch();
    expect((await next.launch()).progress.success).toBe('passed');
    await eventually(() => expect(verbs()).toContain('passed'));
    next.terminate();
    expect([asked.filter((request) => request === 'POST /fetch').length, count(lrs, 'initialized'), lrs.objections]).toEqual([2, 2, []]);
  });

  test('that was used before, as from a bookmark, tells the learner and keeps what she does for the next', async () => {
    const { launch, parameters, open, lrs, outline } = lms();
    const search = parameters();
    (await open(search)).terminate();
    const late = await open(search);
    expect(await late.launch()).toMatchObject({ notice: 'session-over', mode: 'normal' });
    await late.record(contractEvents.all());
    const next = await launch();
    expect((await next.launch()).progress).toMatchObject(contractEvents.progress());
    await eventually(() => expect(progressOf({ ...emptyState(), ...(lrs.kept()?.state as TrackingState | undefined) }, outline)).toMatchObject(contractEvents.progress()));
    next.terminate();
  });

  test('that nobody answers is played on, and says so', async () => {
    const { at, launch } = lms();
    at.trouble = () => 'away';
    const tracker = await launch();
    expect((await tracker.launch()).notice).toBe('lms-failed');
    tracker.terminate();
  });

  test('that is answered at the second try is a launch', async () => {
    const { at, launch } = lms();
    let times = 0;
    at.trouble = () => ((times += 1) === 1 ? new Response(null, { status: 503 }) : undefined);
    const tracker = await launch();
    expect(await tracker.launch()).toMatchObject({ notice: null, learner: { id: 'l-1', name: 'Doe, Jane' } });
    tracker.terminate();
  });
});

test('a session that times out is told to the learner, and what she does then is reported by the next', async () => {
  const { lrs, launch, verbs, outline } = lms();
  const tracker = await launch();
  const notices: (string | null)[] = [];
  const states: string[] = [];
  tracker.onNotice((notice) => notices.push(notice));
  tracker.onState((state) => states.push(state));
  await tracker.launch();
  await eventually(() => expect(verbs()).toEqual(['initialized']));
  lrs.expire();
  await tracker.record([...contractEvents.all(), ...contractEvents.submitted()]);
  await eventually(() => expect([notices.at(-1), states.at(-1)]).toEqual(['session-over', 'waiting']));
  tracker.terminate();
  const next = await launch();
  await next.launch();
  await eventually(() => expect(verbs()).toEqual(['initialized', 'initialized', 'progressed', 'passed']));
  expect(progressOf({ ...emptyState(), ...(lrs.kept()?.state as TrackingState) }, outline)).toMatchObject({ success: 'passed' });
  next.terminate();
  expect(lrs.objections).toEqual([]);
});

test('leaving ends the session before it goes where the LMS wants the learner, and never runs a script', async () => {
  for (const [returnURL, where] of [['https://lms.example/back', 'https://lms.example/back'], ['javascript:alert(1)', null]] as const) {
    const { launch, gone, verbs } = lms({ returnURL });
    const tracker = await launch();
    await tracker.launch();
    await tracker.leave?.();
    expect([verbs(), gone]).toEqual([['initialized', 'terminated'], [where]]);
  }
});
