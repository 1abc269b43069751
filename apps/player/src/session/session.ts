import { formFor, seedOfFreshForm, type ItemResponse } from '@preceptor/assessment';
import type { CourseOutline } from '@preceptor/course/delivery';
import { applyEvents, progressOf, uuidv7, type EventOf, type EventType, type Progress, type SaveState, type TrackingEvent, type TrackingState } from '@preceptor/tracking';
import type { Attempt, AttemptResult, Delivery, Outcome } from '../delivery/delivery.js';
import type { PlayerTracker } from '../trackers/player-tracker.js';
import type { VisibleClock } from './clock.js';
import { createStore, type Store } from './store.js';

export interface SessionState {
  progress: Progress;
  save: SaveState;
  /** nothing is recorded in 'review' and 'browse' */
  mode: 'normal' | 'review' | 'browse';
  /** key of a sentence in the player's words */
  notice: string | null;
  learner: { id: string; name: string } | null;
  /** why the course can't be gone on with in this session; null: it can */
  closed: 'left' | 'time-over' | null;
}
type DataOf<T extends EventType> = Omit<EventOf<T>, 'id' | 'at' | 'session' | 'type'>;

/** One opening of the player: what is known of the learner, and the only way by which screens report. */
export class Session {
  readonly id = uuidv7();
  readonly store: Store<SessionState>;
  /** Answers chosen and not handed in, by item: they outlive a change of screen or language, and not the session. */
  readonly drafts = new Map<string, ItemResponse>();
  private readonly beforeLeaving = new Set<() => void>();
  private readonly beforeTimeIsOver = new Set<() => Promise<void>>();
  private spentBefore = 0;
  private ended = false;

  private constructor(public outline: CourseOutline, readonly delivery: Delivery, private readonly tracker: PlayerTracker, private readonly clock: VisibleClock, private known: TrackingState, state: SessionState, /** seconds that may be spent in the course; Infinity: as many as one likes */ readonly timeLimit: number) {
    this.store = createStore(state);
    tracker.onState((save) => this.store.set({ save }));
    tracker.onKnown((state) => {
      this.known = state;
      this.refresh();
    });
    tracker.onNotice((notice) => this.store.set({ notice }));
  }

  /** `limit`: seconds that the course itself allows; the LMS may allow fewer. */
  static async open(outline: CourseOutline, delivery: Delivery, tracker: PlayerTracker, clock: VisibleClock, limit = Infinity): Promise<Session> {
    const { state, mode, notice, learner, progress, timeLimitSeconds = limit } = await tracker.launch();
    const session = new Session(outline, delivery, tracker, clock, state, { progress, save: mode === 'normal' ? 'saved' : 'closed', mode, notice, learner, closed: null }, Math.min(limit, timeLimitSeconds));
    session.spentBefore = progress.seconds;
    session.refresh();
    await session.report('launched', { resumed: progress.firstAt !== null });
    return session;
  }

  /** Records one thing that happened. Resolves once it is kept; screens need not wait. */
  report<T extends EventType>(type: T, data: DataOf<T>): Promise<void> {
    return this.record(this.event(type, data) as TrackingEvent);
  }

  answer(data: DataOf<'item-answered'>): Promise<Outcome | null> {
    return this.delivery.answer(this.event('item-answered', data), this.record);
  }

  startAttempt(assessment: string): Promise<Attempt> {
    const open = this.store.get().progress.assessments[assessment]?.openAttempt ?? null;
    const forms = this.outline.units.find((unit) => unit.assessment?.id === assessment)?.assessment?.forms;
    const had = Object.values(this.known.attempts).flatMap(({ started }) => (started?.assessment === assessment ? formFor(forms, started.seed) ?? [] : []));
    const id = seedOfFreshForm(forms, had, uuidv7);
    return this.delivery.startAttempt(assessment, open, this.event('attempt-started', { attempt: id, assessment, seed: id }), this.record);
  }

  submitAttempt(attempt: Attempt, responses: { [item: string]: ItemResponse }): Promise<AttemptResult> {
    const event = this.event('attempt-submitted', { attempt: attempt.id, assessment: attempt.assessment });
    const attemptsUsed = this.store.get().progress.assessments[attempt.assessment]?.attempts ?? 1;
    return this.delivery.submitAttempt({ ...attempt, responses }, event, this.record, attemptsUsed);
  }

  /** Has something done just before the page is hidden or left, such as keeping half-written text; returns the way to stop. */
  onLeaving(listener: () => void): () => void {
    this.beforeLeaving.add(listener);
    return () => void this.beforeLeaving.delete(listener);
  }

  /** The page went out of sight or came back: what was done must be safe now, for nothing else is sure to follow. */
  setVisible(visible: boolean): void {
    this.clock.setVisible(visible);
    if (visible || this.ended) return;
    for (const listener of this.beforeLeaving) listener();
    void this.report('session-ended', { seconds: this.seconds() });
    this.tracker.flush();
  }

  /** The page is being left; only the first call counts. */
  end(): void {
    if (this.finish()) this.tracker.terminate();
  }

  /** The learner leaves: everything is handed over, and the LMS is asked to close the course where it can be asked. */
  async leave(): Promise<void> {
    if (!this.finish()) return;
    if (this.tracker.leave === undefined) this.tracker.terminate();
    else await this.tracker.leave();
    this.store.set({ closed: 'left' });
  }

  /** Has something done when the time for the course is over, such as submitting what is open; returns the way to stop. */
  onTimeOver(listener: () => Promise<void>): () => void {
    this.beforeTimeIsOver.add(listener);
    return () => void this.beforeTimeIsOver.delete(listener);
  }

  /** The time for the course is over: what is open is submitted, and the session ends. */
  async closeForTime(): Promise<void> {
    if (this.ended || this.store.get().closed !== null) return;
    this.store.set({ closed: 'time-over' });
    await Promise.allSettled([...this.beforeTimeIsOver].map((listener) => listener()));
    this.end();
  }

  /** Seconds spent in the course, those of this session included. */
  spent(): number {
    return this.spentBefore + this.clock.seconds();
  }

  /** The same course in another language: nothing that is known or reported changes. */
  translate(outline: CourseOutline): void {
    for (const listener of this.beforeLeaving) listener();
    this.outline = outline;
    this.refresh();
  }

  private finish(): boolean {
    if (this.ended) return false;
    for (const listener of this.beforeLeaving) listener();
    void this.report('session-ended', { seconds: this.seconds() });
    this.ended = true;
    return true;
  }

  private seconds(): number {
    return Math.round(this.clock.seconds() * 10) / 10;
  }

  private event<T extends EventType>(type: T, data: DataOf<T>): EventOf<T> {
    return { ...data, type, id: uuidv7(), at: new Date().toISOString(), session: this.id } as unknown as EventOf<T>;
  }

  private readonly record = async (event: TrackingEvent): Promise<void> => {
    this.known = applyEvents(this.known, [event]);
    this.refresh();
    if (this.store.get().mode === 'normal') await this.tracker.record([event]);
  };

  private refresh(): void {
    this.store.set({ progress: progressOf(this.known, this.outline) });
  }
}
