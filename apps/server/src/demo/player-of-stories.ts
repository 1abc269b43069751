import { type Form, type Item, randomFrom, type Random } from '@preceptor/assessment';
import type { CourseOutline, OutlineLesson } from '@preceptor/course/delivery';
import type { TrackingEvent } from '@preceptor/tracking';
import { Actor } from '../identity/actor.js';
import type { AttemptsService } from '../learning/attempts.service.js';
import type { IdsOf } from '../learning/masking.service.js';
import { mostEvents, type RecordingService } from '../learning/recording.service.js';
import { newId } from '../platform/ids.js';
import { answerTo } from './answering.js';
import type { Story } from './people.js';

export interface Stage { recording: RecordingService; attempts: AttemptsService; idsOf: IdsOf; outline: CourseOutline; items: ReadonlyMap<string, Item>; now: Date }
export interface Part { accountId: string; organisationId: string; enrolmentId: string; story: Story }
const dayMs = 24 * 3600 * 1000;
/** What somebody might write, whatever was asked. */
const reflections = [
  'I want to ask my supervisor about this before I answer it for good.',
  'Honestly: not yet. I would need somebody I can call in the middle of a hard week.',
  'More than I thought when I began. I can say who would help me, and where my part ends.',
  'I notice that I would rather say yes. I will write down what speaks against it, too.',
  'I don\'t know yet. I want to read the rules of my board again first.',
];
type EventData = TrackingEvent extends infer E ? (E extends TrackingEvent ? Omit<E, 'id' | 'at' | 'session'> : never) : never;

/** Plays a learner's story through the services that a real player calls, at the times at which it is said to have happened. */
export class StoryPlayer {
  readonly #random: Random;
  readonly #actor: Actor;
  #session = newId();
  #at: number;
  #waiting: TrackingEvent[] = [];

  constructor(private readonly stage: Stage, private readonly part: Part) {
    this.#random = randomFrom(part.story.email);
    this.#actor = Actor.account(part.accountId, part.organisationId, ['LEARNER']);
    this.#at = stage.now.getTime() - part.story.firstDay * dayMs - 3 * 3600 * 1000;
  }

  async play(): Promise<void> {
    const { story } = this.part;
    const { units } = this.stage.outline;
    const lessons = units.flatMap((unit) => unit.lessons);
    const reach = Math.round(story.done * lessons.length);
    if (reach === 0) return;
    const dayOfLesson = (story.firstDay - story.lastDay) * dayMs / Math.max(1, reach - 1);
    this.#say({ type: 'launched', resumed: false });
    this.#say({ type: 'acknowledged' });
    let done = 0;
    for (const unit of units) {
      for (const lesson of unit.lessons) {
        if (done >= reach) break;
        if (done > 0) this.#later(dayOfLesson, done % 3 === 0);
        this.#lesson(lesson);
        done += 1;
      }
      const finished = unit.lessons.every((lesson) => lessons.indexOf(lesson) < reach);
      const quiz = unit.assessment;
      if (finished && quiz !== null && quiz.purpose !== 'final') await this.#attempt(quiz.id, story.ability, true);
      else if (story.inQuiz === true && quiz !== null && done >= reach) { await this.#attempt(quiz.id, story.ability, false); break; }
    }
    for (const chance of story.finals) await this.#attempt('final', chance, true);
    this.#say({ type: 'session-ended', seconds: 900 + this.#random.below(2400) });
    await this.#send();
  }

  #lesson(lesson: OutlineLesson): void {
    this.#say({ type: 'lesson-opened', lesson: lesson.id });
    this.#wait(60 + this.#random.below(200));
    for (const check of lesson.checks) {
      const item = this.stage.items.get(check.id);
      if (item !== undefined) this.#answer(item, this.part.story.ability, { lesson: lesson.id });
    }
    for (const reflection of lesson.reflections) {
      if (this.#random.below(3) > 0) this.#say({ type: 'reflection-saved', reflection, lesson: lesson.id, text: reflections[this.#random.below(reflections.length)] ?? '' });
    }
    this.#say({ type: 'position', lesson: lesson.id, position: 1 });
    this.#say({ type: 'lesson-completed', lesson: lesson.id });
  }

  async #attempt(assessment: string, chance: number, submit: boolean): Promise<void> {
    this.#wait(120);
    await this.#send();
    const attempt = await this.stage.attempts.start(this.#actor, this.part.enrolmentId, assessment, newId(), {}, this.#time());
    const ids = attempt.form.sections.flatMap((section) => section.items);
    for (const id of submit ? ids : ids.slice(0, Math.ceil(ids.length / 2))) {
      const item = this.stage.items.get(id);
      if (item !== undefined) this.#answer(item, chance, { attempt: attempt.id }, attempt.form);
    }
    await this.#send();
    if (submit) await this.stage.attempts.submit(this.#actor, this.part.enrolmentId, attempt.id, null, this.#time());
    this.#wait(600);
  }

  #answer(item: Item, chance: number, where: { lesson: string } | { attempt: string }, form?: Form): void {
    const harder = { easy: 0.06, medium: 0, hard: -0.12 }[item.difficulty];
    const right = this.#random.below(1000) / 1000 < chance + harder;
    const latencySeconds = 15 + this.#random.below(60);
    this.#wait(latencySeconds);
    const response = this.stage.idsOf(item, form).toShown(answerTo(item, right, this.#random));
    this.#say({ type: 'item-answered', item: item.id, response, latencySeconds, ...where });
  }

  /** Goes on some days later; now and then that is a new opening of the player. */
  #later(ms: number, reopens: boolean): void {
    if (reopens) {
      this.#say({ type: 'session-ended', seconds: 600 + this.#random.below(1500) });
      this.#session = newId();
    }
    this.#at = Math.min(this.#at + ms, this.stage.now.getTime() - 1800 * 1000);
    if (reopens) this.#say({ type: 'launched', resumed: true });
  }

  #say(data: EventData): void {
    this.#waiting.push({ id: newId(), at: this.#time().toISOString(), session: this.#session, ...data } as TrackingEvent);
    this.#wait(5);
  }

  #wait(seconds: number): void { this.#at = Math.min(this.#at + seconds * 1000, this.stage.now.getTime() - 1000); }

  #time(): Date { return new Date(this.#at); }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0) {
      const { rejected } = await this.stage.recording.record(this.#actor, this.part.enrolmentId, this.#waiting.splice(0, mostEvents), null, this.#time());
      if (rejected[0] !== undefined) throw new Error(`The demo was refused: ${rejected[0].code} ${rejected[0].message}`);
    }
  }
}
