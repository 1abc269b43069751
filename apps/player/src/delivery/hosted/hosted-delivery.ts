import type { ItemView } from '@preceptor/assessment';
import type { CourseOutline, Glossary, LessonContent, SearchEntry } from '@preceptor/course/delivery';
import type { EventOf, OpenAttempt } from '@preceptor/tracking';
import { DeliveryError, type Attempt, type AttemptResult, type Delivery, type Outcome, type Record } from '../delivery.js';
import type { GlossaryAnswer, HostedAttempt, LessonAnswer, SearchAnswer, StartAnswer, SubmitAnswer } from './answers.js';
import { HostedConduct } from './hosted-conduct.js';
import { resultOf } from './hosted-result.js';
import { GLOSSARY, LESSON, SEARCH, START_ATTEMPT, SUBMIT_ATTEMPT } from './documents.js';
import type { HostedLink } from './hosted-link.js';
import { HostedUploads } from './hosted-uploads.js';

/** Lessons fetched ahead of the one that is read, so that a dead network does not stop the reading. */
const AHEAD = 3;

/** A course played from the server, which draws the forms and scores: no key ever comes here. */
export class HostedDelivery implements Delivery {
  private readonly known = new Map<string, Promise<unknown>>();

  readonly conduct: HostedConduct;
  readonly uploads: HostedUploads;

  constructor(private readonly link: HostedLink) {
    this.conduct = new HostedConduct(link);
    this.uploads = new HostedUploads(link.enrolment);
  }

  async outline(): Promise<CourseOutline> {
    return (await this.link.open()).outline;
  }

  async lesson(id: string): Promise<LessonContent<ItemView>> {
    const lesson = await this.loadLesson(id);
    void this.fetchAhead(id);
    return lesson;
  }

  glossary(): Promise<Glossary> {
    return this.once('/glossary', async () => (await this.ask<GlossaryAnswer>(GLOSSARY)).enrolment?.glossary ?? []);
  }

  search(): Promise<SearchEntry[]> {
    return this.once('/search', async () => (await this.ask<SearchAnswer>(SEARCH)).enrolment?.searchText ?? []);
  }

  item(): Promise<null> {
    return Promise.resolve(null);
  }

  async answer(event: EventOf<'item-answered'>, record: Record): Promise<Outcome | null> {
    const outcome = this.link.outcomeOf(event.id);
    await record(event);
    return outcome;
  }

  recall(): Promise<null> {
    return Promise.resolve(null);
  }

  async startAttempt(assessment: string, open: OpenAttempt | null, event: EventOf<'attempt-started'>): Promise<Attempt> {
    const { startAttempt } = await this.conduct.begin((how) => this.ask<StartAnswer>(START_ATTEMPT, { assessment, attempt: open?.id ?? event.attempt, ...how }));
    void this.link.refresh().catch(() => undefined);
    if (startAttempt.submittedAt !== null) throw new DeliveryError('ATTEMPT_CLOSED', 'this attempt was submitted elsewhere');
    return attemptOf(startAttempt, this.link.unsentTo(startAttempt.id));
  }

  async submitAttempt(attempt: Attempt): Promise<AttemptResult> {
    await this.link.drain();
    const { submitAttempt } = await this.ask<SubmitAnswer>(SUBMIT_ATTEMPT, { attempt: attempt.id, device: this.link.device });
    void this.link.refresh().catch(() => undefined);
    return resultOf(submitAttempt);
  }

  private ask<T>(document: string, variables: object = {}): Promise<T> {
    return this.link.client.ask<T>(document, { enrolment: this.link.enrolment, ...variables });
  }

  private loadLesson(id: string): Promise<LessonContent<ItemView>> {
    return this.once(id, async () => {
      const lesson = (await this.ask<LessonAnswer>(LESSON, { lesson: id })).enrolment?.lesson ?? null;
      if (lesson === null) throw new DeliveryError('NOT_FOUND', `there is no lesson ${id}`);
      return lesson;
    });
  }

  private async fetchAhead(id: string): Promise<void> {
    const lessons = (await this.outline()).units.flatMap((unit) => unit.lessons);
    const at = lessons.findIndex((lesson) => lesson.id === id);
    for (const next of lessons.slice(at + 1, at + 1 + AHEAD)) await this.loadLesson(next.id).catch(() => undefined);
  }

  /** What was fetched is kept for this opening; what failed may be asked for again. */
  private once<T>(key: string, load: () => Promise<T>): Promise<T> {
    let loading = this.known.get(key);
    if (loading === undefined) {
      loading = load();
      this.known.set(key, loading);
      loading.catch(() => this.known.delete(key));
    }
    return loading as Promise<T>;
  }
}

/** What was answered here and has not reached the server yet counts as answered. */
function attemptOf({ id, assessment, form, secondsLeft, conditions, responses }: HostedAttempt, unsent: Attempt['responses']): Attempt {
  return { id, assessment, form, secondsLeft, rules: conditions ?? null, responses: { ...responses, ...unsent } };
}
