import { decodeState, encodeState, interactionOf, progressOf, type CmiPair, type EventOf, type TrackingState } from '@preceptor/tracking';
import type { Edition } from './edition.js';
import { numberOf, type LmsApi } from './lms-api.js';
import type { ScormSurroundings } from './surroundings.js';

/** Fields of suspend data that LMSs are known to have, below what the editions ask for; none is smaller than the last. */
const rooms = [4096, 4000, 1024];
const SMALLEST_ROOM = 1024;

/** What the LMS holds of this learner, as far as we set it: only what has changed is set again. */
export class LmsRecord {
  private readonly held = new Map<string, string>();
  /** reflection's id -> place among the comments, once it was told there */
  private readonly commented = new Map<string, number>();
  private answers = 0;
  private comments = 0;
  private keepsAnswers = true;
  /** of raw scores, where the LMS has set one */
  private range: { min: number; max: number } | null = null;
  /** characters of suspend data that this LMS keeps, as far as it has shown */
  private room: number;

  constructor(private readonly edition: Edition, private readonly api: LmsApi, private readonly around: ScormSurroundings) {
    this.room = around.reporting.suspendLimit ?? edition.mapping.suspendLimit;
  }

  /** The LMS keeps no more than this. */
  keepWithin(characters: number): void {
    this.room = Math.min(this.room, characters);
  }

  /** Looks at what is there from earlier sessions. */
  open(): void {
    for (const element of this.edition.statuses) this.held.set(element, this.api.get(element));
    const count = this.api.get('cmi.interactions._count');
    // In SCORM 1.2 an LMS need not keep interactions (RTE 3.4.4); one that does says how many there are.
    this.keepsAnswers = this.api.lastError() === 0 && count !== '';
    this.answers = Number(count) || 0;
    this.comments = this.edition.commentCount(this.api);
    const { score } = this.edition.elements;
    const [min, max] = [numberOf(this.api.get(`${score}.min`)) ?? 0, numberOf(this.api.get(`${score}.max`))];
    if (max !== null && max > min && (min !== 0 || max !== 100)) this.range = { min, max };
  }

  /** Tells of one answer, in a record of its own. */
  addAnswer(event: EventOf<'item-answered'>, state: TrackingState): void {
    const item = this.around.itemOf(event.item);
    if (!this.keepsAnswers || item === undefined || event.score === undefined) return;
    const unit = this.unitOf(event, state);
    const told = interactionOf(item, event.response, event.score, { at: event.at, latencySeconds: event.latencySeconds, objectives: unit === undefined ? [] : [unit] });
    const pairs = this.edition.mapping.interaction(this.answers, told, this.around.reporting);
    this.setAll(pairs);
    if (pairs.length > 0) this.answers += 1;
  }

  /** Tells how the learner stands. Gives back the suspend data, and whether the LMS has taken it. */
  write(state: TrackingState): { text: string; taken: boolean } {
    const { mapping } = this.edition;
    const { outline } = this.around;
    const progress = progressOf(state, outline);
    const standing = mapping.standing(progress, outline, this.around.reporting).filter(([element, value]) => this.edition.mayBecome(element, this.held.get(element) ?? '', value));
    this.setAll([...standing, ...this.edition.placed(mapping.objectives(progress, outline, this.around.reporting), this.api)].flatMap((pair) => this.inRange(pair)));
    const { text, dropped, taken } = this.writeState(state);
    if (dropped.some((name) => name.includes('reflection'))) this.tellReflections(state, text);
    this.setAll(mapping.closing(progress, outline, this.around.seconds(), this.around.reporting));
    return { text, taken };
  }

  /** Sets the state, and looks whether all of it was kept: some LMSs refuse or cut what is longer than their field. */
  private writeState(state: TrackingState): { text: string; dropped: string[]; taken: boolean } {
    const { suspendData } = this.edition.elements;
    for (;;) {
      const { text, dropped } = encodeState(state, this.around.outline, { limit: this.room });
      const known = this.held.get(suspendData) === text;
      this.setAll(this.edition.mapping.suspendData(text));
      const taken = this.held.get(suspendData) === text;
      const back = taken && !known && text.length > SMALLEST_ROOM ? this.api.get(suspendData) : text;
      const smaller = taken ? (back !== '' && back.length < text.length && text.startsWith(back) ? back.length : null) : (rooms.find((room) => room < text.length && room < this.room) ?? null);
      if (smaller === null || (!taken && this.edition.sessionOver.includes(this.api.lastError()))) return { text, dropped, taken };
      this.room = smaller;
    }
  }

  /** 1.2 and 2004 say 0 to 100; an LMS that has set another range means it. */
  private inRange([element, value]: CmiPair): CmiPair[] {
    const part = element.slice(this.edition.elements.score.length + 1);
    if (this.range === null || element !== `${this.edition.elements.score}.${part}` || part === 'scaled') return [[element, value]];
    const { min, max } = this.range;
    return part === 'raw' ? [[element, String(Math.floor((min + (Number(value) / 100) * (max - min)) * 100 + 1e-6) / 100)]] : [];
  }

  /** What learners wrote and the suspend data had no room for goes to the comments, one for each reflection. */
  private tellReflections(state: TrackingState, text: string): void {
    const fitted = decodeState(text, this.around.outline).state.reflections;
    for (const [id, { text: written, at }] of Object.entries(state.reflections)) {
      if (written === null || written === '' || typeof fitted[id]?.text === 'string') continue;
      const index = this.commented.get(id) ?? this.comments++;
      this.commented.set(id, index);
      this.setAll(this.edition.mapping.comments(index, [{ id, text: written, at: at === '' ? new Date().toISOString() : at }]));
    }
  }

  private setAll(pairs: readonly CmiPair[]): void {
    for (const [element, value] of pairs) {
      if (this.held.get(element) === value) continue;
      if (this.api.set(element, value)) this.held.set(element, value);
    }
  }

  private unitOf(event: EventOf<'item-answered'>, state: TrackingState): string | undefined {
    const assessment = event.attempt === undefined ? undefined : state.attempts[event.attempt]?.started?.assessment;
    return this.around.outline.units.find((unit) => (assessment === undefined ? unit.lessons.some(({ id }) => id === event.lesson) : unit.assessment?.id === assessment))?.id;
  }
}
