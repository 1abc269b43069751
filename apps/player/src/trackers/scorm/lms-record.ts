import { decodeState, encodeState, interactionOf, progressOf, type CmiPair, type EventOf, type TrackingState } from '@preceptor/tracking';
import type { Edition } from './edition.js';
import type { LmsApi } from './lms-api.js';
import type { ScormSurroundings } from './surroundings.js';

/** What the LMS holds of this learner, as far as we set it: only what has changed is set again. */
export class LmsRecord {
  private readonly held = new Map<string, string>();
  /** reflection's id -> place among the comments, once it was told there */
  private readonly commented = new Map<string, number>();
  private answers = 0;
  private comments = 0;
  private keepsAnswers = true;

  constructor(private readonly edition: Edition, private readonly api: LmsApi, private readonly around: ScormSurroundings) {}

  /** Looks at what is there from earlier sessions. */
  open(): void {
    for (const element of this.edition.statuses) this.held.set(element, this.api.get(element));
    const count = this.api.get('cmi.interactions._count');
    // In SCORM 1.2 an LMS need not keep interactions (RTE 3.4.4); one that does says how many there are.
    this.keepsAnswers = this.api.lastError() === 0 && count !== '';
    this.answers = Number(count) || 0;
    this.comments = this.edition.commentCount(this.api);
  }

  /** Tells of one answer, in a record of its own. */
  addAnswer(event: EventOf<'item-answered'>, state: TrackingState): void {
    const item = this.around.itemOf(event.item);
    if (!this.keepsAnswers || item === undefined || event.score === undefined) return;
    const unit = this.unitOf(event, state);
    const told = interactionOf(item, event.response, event.score, { at: event.at, latencySeconds: event.latencySeconds, objectives: unit === undefined ? [] : [unit] });
    this.setAll(this.edition.mapping.interaction(this.answers, told));
    this.answers += 1;
  }

  /** Tells how the learner stands. Gives back the suspend data. */
  write(state: TrackingState): string {
    const { mapping } = this.edition;
    const { outline } = this.around;
    const progress = progressOf(state, outline);
    const { text, dropped } = encodeState(state, outline, { limit: mapping.suspendLimit });
    const standing = mapping.standing(progress, outline).filter(([element, value]) => this.edition.mayBecome(element, this.held.get(element) ?? '', value));
    this.setAll([...standing, ...this.edition.placed(mapping.objectives(progress, outline), this.api), ...mapping.suspendData(text)]);
    if (dropped.some((name) => name.includes('reflection'))) this.tellReflections(state, text);
    this.setAll(mapping.closing(progress, outline, this.around.seconds()));
    return text;
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
