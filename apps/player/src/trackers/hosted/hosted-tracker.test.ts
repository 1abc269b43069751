import { describe, expect, test } from '@jest/globals';
import { applyEvents, emptyState, progressOf, type Progress, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import { contractEvents, sampleOutline, trackerContract, type TrackerHarness } from '@preceptor/tracking/contract';
import { GraphqlClient } from '../../delivery/hosted/graphql.js';
import { HostedLink } from '../../delivery/hosted/hosted-link.js';
import { MemoryQueue } from './event-queue.js';
import { HostedTracker } from './hosted-tracker.js';
import { restoredState } from './restored-state.js';

const outline = sampleOutline();

/** The part of the server that a tracker speaks to. Each test has an enrolment of its own, since tabs find each other by it. */
class Server {
  readonly enrolment = crypto.randomUUID();
  state: TrackingState = emptyState();
  up = true;
  signedIn = true;
  batches: number[] = [];
  refuses = new Set<string>();
  breaksOn: string | null = null;

  readonly fetch = async (_url: unknown, how?: RequestInit): Promise<Response> => {
    if (!this.up) throw new TypeError('Failed to fetch');
    const { query, variables } = JSON.parse(String(how?.body)) as { query: string; variables: { events?: TrackingEvent[] } };
    const failed = (code: string): Response => Response.json({ errors: [{ message: code, extensions: { code } }] });
    if (!this.signedIn) return failed('UNAUTHENTICATED');
    if (query.includes('Open')) return Response.json({ data: { enrolment: { id: this.enrolment, account: { id: 'a', name: 'Jane Doe' }, outline, progress: this.progress() } } });
    const events = variables.events ?? [];
    if (events.some((event) => event.id === this.breaksOn)) return failed('BAD_INPUT');
    this.batches.push(events.length);
    const accepted = events.filter((event) => !this.refuses.has(event.id));
    this.state = applyEvents(this.state, accepted.map(scored));
    return Response.json({ data: { recordEvents: { accepted: accepted.map(({ id }) => id), rejected: events.filter((event) => this.refuses.has(event.id)).map(({ id }) => ({ id, code: 'TIME_OVER' })), outcomes: [], progress: this.progress() } } });
  };
  progress(): Progress {
    return progressOf(this.state, outline);
  }
}

/** Every answer is right here, and it is the server that says so. */
function scored(event: TrackingEvent): TrackingEvent {
  if (event.type !== 'item-answered') return event;
  expect(event.score).toBeUndefined();
  return { ...event, score: { raw: 1, max: 1, scaled: 1, outcome: 'correct' } };
}

function device(server: Server, queue = new MemoryQueue()): HostedTracker {
  return new HostedTracker(new HostedLink(new GraphqlClient('/graphql', server.fetch as typeof fetch), server.enrolment), () => Promise.resolve(queue));
}

function harness(): TrackerHarness {
  const server = new Server();
  const queue = new MemoryQueue();
  const open: HostedTracker[] = [];
  return {
    outline, modes: [], keepsOffline: true,
    open() {
      const tracker = device(server, queue);
      open.push(tracker);
      return tracker;
    },
    goOffline: () => void (server.up = false),
    goOnline: () => void (server.up = true),
    held: () => server.progress(),
    endings: () => null,
    close: () => open.forEach((tracker) => tracker.terminate()),
  };
}

trackerContract('for hosted play', harness);

describe('events on their way to the server', () => {
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

  test('of a long time without network go out in batches, all of them', async () => {
    const server = new Server();
    const tracker = device(server);
    await tracker.launch();
    server.up = false;
    const at = new Date().toISOString();
    const many = Array.from({ length: 250 }, (_, index): TrackingEvent => ({ id: `0193553e-7000-7000-8000-${String(index).padStart(12, '0')}`, at, session: 's', type: 'position', lesson: 'lesson-0-0', position: index / 250 }));
    for (const event of many) await tracker.record([event]);
    server.up = true;
    await tracker.record([]);
    await settled();
    expect(server.batches.reduce((sum, each) => sum + each, 0)).toBe(250);
    expect(Math.max(...server.batches)).toBeLessThanOrEqual(200);
    tracker.terminate();
  });

  test('are not held up by one that the server refuses', async () => {
    const server = new Server();
    const tracker = device(server);
    const states: string[] = [];
    tracker.onState((state) => states.push(state));
    await tracker.launch();
    const events = contractEvents.all();
    server.refuses.add(events[0]?.id ?? '');
    await tracker.record(events);
    await settled();
    expect(states.at(-1)).toBe('saved');
    tracker.terminate();
  });

  test('are not held up by one that the server cannot even read', async () => {
    const server = new Server();
    const tracker = device(server);
    await tracker.launch();
    const events = contractEvents.all();
    server.breaksOn = events[4]?.id ?? '';
    await tracker.record(events);
    await settled();
    expect(server.batches.reduce((sum, each) => sum + each, 0)).toBe(events.length - 1);
    tracker.terminate();
  });

  test('wait for a learner who was signed out meanwhile, and she is told', async () => {
    const server = new Server();
    const tracker = device(server);
    const notices: (string | null)[] = [];
    tracker.onNotice((notice) => notices.push(notice));
    await tracker.launch();
    server.signedIn = false;
    await tracker.record(contractEvents.all());
    await settled();
    expect(notices.at(-1)).toBe('signed-out');
    server.signedIn = true;
    await tracker.record([]);
    await settled();
    expect(notices.at(-1)).toBeNull();
    expect(server.progress()).toMatchObject(contractEvents.progress());
    tracker.terminate();
  });

  test('of two tabs add up, and each tab learns what the other has done', async () => {
    const server = new Server();
    const [one, other] = [device(server), device(server)];
    await one.launch();
    await other.launch();
    const heard: Progress[] = [];
    other.onKnown((state) => heard.push(progressOf(state, outline)));
    await one.record(contractEvents.all());
    await settled();
    expect(heard.at(-1)).toMatchObject(contractEvents.progress());
    one.terminate();
    other.terminate();
  });
});

describe('progress that the server told', () => {
  test('amounts to the same after it was restored', () => {
    const progress = progressOf(applyEvents(emptyState(), [...contractEvents.all(), ...contractEvents.submitted()]), outline);
    expect(progressOf(restoredState(progress), outline)).toEqual(progress);
    const begun = progressOf(applyEvents(emptyState(), contractEvents.all()), outline);
    expect(progressOf(restoredState(begun), outline)).toEqual(begun);
  });

  test("does not count this page's own time twice", () => {
    const state = applyEvents(emptyState(), contractEvents.all());
    const session = contractEvents.all()[0]?.session ?? '';
    const restored = restoredState(progressOf(state, outline), { [session]: 120 });
    const longer = applyEvents(restored, [{ id: 'x', at: new Date().toISOString(), session, type: 'session-ended', seconds: 150 }]);
    expect(progressOf(longer, outline).seconds).toBe(150);
  });
});
