import { applyEvents, emptyState, interactionOf, joinStates, progressOf, toldOf, type EventOf, type LaunchData, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import { keptState, parseKept } from '../kept-state.js';
import type { PlayerTracker } from '../player-tracker.js';
import { Telling } from '../telling.js';
import { sessionOf, type LaunchDocument, type LaunchParameters } from './launch.js';
import type { Lrs } from './lrs.js';
import { Outbox } from './outbox.js';
import { Sender } from './sender.js';
import { answeredOf, duration, knownVersion, onceIn, type Result, type Verb } from './statements.js';
import type { Cmi5Surroundings } from './surroundings.js';
import { attemptsAt, rejudged, toldScore, verdictOf } from './verdict.js';

/** Sent with the next event that matters, or when the page is hidden. */
const CAN_WAIT = new Set<TrackingEvent['type']>(['launched', 'position', 'session-ended']);
/** How long leaving waits for the LMS. */
const FAREWELL_MS = 4_000;

/** Reports to an LMS by cmi5 (Quartz). Where a sentence of the standard decides, its section is given. */
export class Cmi5Tracker extends Telling implements PlayerTracker {
  readonly standard = 'cmi5';
  private readonly session: string;
  private readonly outbox: Outbox;
  private readonly sender: Sender;
  private readonly mode: LaunchData['mode'];
  private state = emptyState();
  private percent = 0;
  private ended = false;

  constructor(private readonly lrs: Lrs, private readonly launched: LaunchParameters, private readonly document: LaunchDocument, private readonly around: Cmi5Surroundings) {
    super();
    const { launchMode } = document;
    this.session = sessionOf(document);
    this.mode = launchMode === 'Review' ? 'review' : launchMode === 'Browse' ? 'browse' : 'normal';
    this.outbox = new Outbox(around.device, around.tab, `${keyOf(launched)}:unsent`, this.session);
    this.sender = new Sender(lrs, this.outbox, launched, document, {
      states: this.states, notices: this.notices,
      state: () => (this.mode === 'normal' ? this.state : null),
      heard: (value) => this.hear(value),
      safe: () => !this.ended && around.device.remove(keyOf(launched)),
      kept: () => around.device.set(keyOf(launched), JSON.stringify(this.state)),
    });
  }

  async launch(): Promise<LaunchData & { state: TrackingState }> {
    const { outline, device } = this.around;
    const { account, name } = this.launched.actor;
    let unread = false;
    const [, preferences] = await Promise.all([this.sender.read().catch(() => void (unread = true)), this.lrs.preferences().catch(() => null)]);
    follow(preferences?.value);
    if (this.mode === 'normal') {
      const left = device.get(keyOf(this.launched));
      this.state = rejudged(joinStates(this.state, parseKept(left, outline)), outline, this.document.masteryScore);
      if (left !== null || unread) this.sender.changed(true);
    }
    const progress = progressOf(this.state, outline);
    this.percent = percentOf(progress.fraction);
    // The page was loaded again, and a browser does not say so before: its session has ended, and may say nothing more (9.3.8).
    const over = this.outbox.has('terminated');
    // 9.3: in review and browse mode too, a session begins and ends, and nothing else is said (10.0, launchMode).
    if (!this.outbox.has('initialized')) this.once('initialized', this.session);
    if (this.mode === 'normal') {
      this.outbox.takeOver();
      this.judge(false);
    }
    if (over) this.sender.close();
    void this.sender.send();
    if (this.mode !== 'normal' || over) queueMicrotask(() => this.states.tell(over ? 'waiting' : 'closed'));
    return {
      learner: { id: account?.name ?? '', name: name ?? '' }, progress, events: [], mode: this.mode, state: this.state,
      notice: this.mode !== 'normal' ? this.mode : over ? 'session-over' : null,
    };
  }

  async record(events: TrackingEvent[]): Promise<void> {
    if (this.mode !== 'normal' || this.ended) return;
    this.state = applyEvents(this.state, events);
    for (const event of events) if (event.type === 'item-answered') this.tellAnswer(event);
    this.judge(false);
    const urgent = this.sender.changed(events.some((event) => !CAN_WAIT.has(event.type)));
    if (urgent) void this.sender.send();
  }

  flush(): void {
    if (!this.ended) void this.sender.push();
  }

  terminate(): void {
    if (!this.ended) void this.end();
  }

  async leave(): Promise<void> {
    await Promise.race([this.ended ? undefined : this.end(), new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
    const address = this.document.returnURL ?? '';
    // 10.0, returnURL: the page goes there when the AU is terminated. Anything but a page would be a script.
    this.around.goTo(/^https?:/i.test(address) ? address : null);
  }

  private end(): Promise<void> {
    this.ended = true;
    if (this.mode === 'normal') this.judge(true);
    this.once('terminated', this.session, { duration: duration(this.around.seconds()) });
    this.sender.stop();
    return this.sender.push();
  }

  /** Says what has come true: each at most once a registration, and of "passed" and "failed" one a session (9.3). */
  private judge(ending: boolean): void {
    const { outline, reporting } = this.around;
    const { told } = this.sender;
    const progress = progressOf(this.state, outline);
    const scope = keyOf(this.launched);
    const spent = duration(Math.max(progress.seconds, this.around.seconds()));
    if (toldOf(progress, outline, reporting).completed && told.completed !== true) this.once('completed', scope, { completion: true, duration: spent });
    const verdict = verdictOf(progress, this.document.masteryScore);
    const scaled = toldScore(progress);
    const earned = { ...(scaled !== null && { score: { scaled } }), duration: spent };
    const judged = reporting.status === 'completed' || told.passed === true || this.outbox.has('passed') || this.outbox.has('failed');
    const { made, usedUp } = attemptsAt(outline, progress);
    if (!judged && verdict === 'passed') this.once('passed', scope, { success: true, ...earned });
    // A failure shuts out a pass in the same session, so it waits until none can come.
    if (!judged && verdict === 'failed' && reporting.status === 'passed-failed' && (ending || usedUp) && made > (told.failed ?? 0)) {
      this.once('failed', `${scope} ${this.session}`, { success: false, ...earned });
      this.sender.fails(made);
    }
    this.tellPercent(percentOf(progress.fraction));
  }

  private once(verb: Verb, scope: string, result?: Result): void {
    if (!this.outbox.has(verb)) this.outbox.add(onceIn(scope, verb, this.session, result));
  }

  /** 9.5.5.1: how much of the course is done, until all of it is. */
  private tellPercent(percent: number): void {
    if (percent <= this.percent || percent >= 100) return;
    this.percent = percent;
    this.outbox.add(onceIn(`${this.session} ${percent}`, 'progressed', this.session, { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': percent } }));
  }

  private tellAnswer(event: EventOf<'item-answered'>): void {
    const { itemOf, outline, reporting } = this.around;
    const item = itemOf(event.item);
    if (reporting.interactions === 'none' || item === undefined || event.score === undefined) return;
    const told = interactionOf(item, event.response, event.score, event);
    this.outbox.add({ id: knownVersion(event.id), verb: 'answered', at: event.at, session: this.session, ...answeredOf(told, this.launched.activityId, outline.language, reporting.interactions === 'all') });
  }

  private hear(value: unknown): void {
    const joined = joinStates(this.state, keptState(value, this.around.outline));
    if (JSON.stringify(joined) === JSON.stringify(this.state)) return;
    this.state = joined;
    this.known.tell(joined);
  }
}

/** The name under which a learner's state is kept on the device, for one AU of one registration. */
export const keyOf = ({ registration, activityId }: LaunchParameters): string => `preceptor:cmi5:${registration}:${activityId}`;

const percentOf = (fraction: number): number => Math.floor(fraction * 100);

/** 11.2: sound is off where the learner wants it off. */
function follow(preferences: unknown): void {
  if ((preferences as { audioPreference?: unknown } | null | undefined)?.audioPreference !== 'off' || typeof document === 'undefined') return;
  document.addEventListener('play', ({ target }) => {
    if (target instanceof HTMLMediaElement) target.muted = true;
  }, true);
}

