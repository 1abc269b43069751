import { earnedFeedback, scoreResponse, viewOf, type Item, type ItemResponse, type ItemView } from '@preceptor/assessment';
import type { AssessmentContent, CourseOutline, Glossary, LessonContent, OutlineAssessment, PackagedBoot, SearchEntry } from '@preceptor/course/delivery';
import type { EventOf, OpenAttempt } from '@preceptor/tracking';
import { wordsOf } from '../../boot.js';
import type { WordsData } from '../../words/words.js';
import { DeliveryError, type Attempt, type AttemptResult, type Delivery, type Languages, type Outcome, type Record, type Spoken } from '../delivery.js';
import { ContentFiles } from './content.js';
import { drawAttempt, resultOf } from './attempts.js';

/** A course that carries its own content: the player draws forms and scores, so the keys are in the package (docs say so). */
export class PackagedDelivery implements Delivery {
  readonly languages?: Languages;
  private course: CourseOutline;
  /** scaled; what decides success is judged by it, whatever the course says */
  private mark: number | undefined;
  /** where the content of the language of now lies, below that of the course's own */
  private folder = '';
  private readonly files: ContentFiles;
  /** Items met so far, by id: whoever answers one has been shown it. */
  private readonly items = new Map<string, Item>();
  private readonly attempts = new Map<string, { content: AssessmentContent; used: number }>();

  constructor(boot: PackagedBoot, page: Document = document) {
    this.course = boot.outline;
    this.files = new ContentFiles(page);
    for (const [id, value] of Object.entries(boot.contents ?? {})) this.files.keep(id, value);
    if (boot.first !== null) this.files.keep(boot.first.id, boot.first);
    if (boot.languages !== undefined) this.languages = { all: boot.languages, use: (language) => this.use(boot, language), retell: (attempt) => this.retell(attempt) };
  }

  async outline(): Promise<CourseOutline> {
    return this.course;
  }

  /** An LMS that has a pass mark of its own is obeyed, on the screen too: what the learner is shown is what is told. */
  judgeBy(mark: number | undefined): void {
    this.mark = mark;
    this.marked(this.course.units.map(({ assessment }) => assessment));
  }

  async lesson(id: string): Promise<LessonContent<ItemView>> {
    const lesson = await this.load<LessonContent<Item>>(id);
    this.learn(lesson.checks);
    return { ...lesson, checks: lesson.checks.map((item) => viewOf(item)) };
  }

  glossary(): Promise<Glossary> {
    return this.course.glossary ? this.load('glossary') : Promise.resolve([]);
  }

  search(): Promise<SearchEntry[]> {
    return this.load('search');
  }

  async item(id: string): Promise<ItemView | null> {
    const item = this.items.get(id) ?? (await this.lookFor(id));
    return item === undefined ? null : viewOf(item);
  }

  /** An item that was shown in this session, whole: what a tracker needs to describe an answer to an LMS. */
  known(id: string): Item | undefined {
    return this.items.get(id);
  }

  async answer(event: EventOf<'item-answered'>, record: Record): Promise<Outcome | null> {
    const outcome = this.outcomeOf(event.item, event.response);
    const { raw, max, scaled, outcome: verdict } = outcome.score;
    await record({ ...event, score: { raw, max, scaled, outcome: verdict } });
    const within = event.attempt === undefined ? undefined : this.attempts.get(event.attempt);
    return within === undefined || within.content.assessment.feedback === 'immediate' ? outcome : null;
  }

  async recall(item: string, response: ItemResponse): Promise<Outcome | null> {
    return this.items.has(item) ? this.outcomeOf(item, response) : null;
  }

  async startAttempt(assessment: string, open: OpenAttempt | null, event: EventOf<'attempt-started'>, record: Record): Promise<Attempt> {
    const content = await this.assessment(assessment);
    if (open === null) await record(event);
    const begun = open ?? { id: event.attempt, seed: event.seed, startedAt: event.at, responses: {} };
    this.attempts.set(begun.id, { content, used: 0 });
    return drawAttempt(content, begun);
  }

  async submitAttempt(attempt: Attempt, event: EventOf<'attempt-submitted'>, record: Record, attemptsUsed: number): Promise<AttemptResult> {
    const content = await this.assessment(attempt.assessment);
    const result = resultOf(this.course, content, attempt, attemptsUsed);
    const { raw, max, scaled, passed } = result;
    await record({ ...event, score: { raw, max, scaled, passed } });
    return result;
  }

  private async use(boot: PackagedBoot, language: string): Promise<Spoken> {
    const base = language === boot.outline.language;
    const outline = base ? boot.outline : await this.files.load<CourseOutline>(`${language}/outline${boot.part === undefined ? '' : `-${boot.part.id}`}`);
    const words = base ? wordsOf(boot) : await this.files.load<WordsData>(`${language}/words`);
    this.course = outline;
    this.marked(this.course.units.map(({ assessment }) => assessment));
    this.folder = base ? '' : `${language}/`;
    return { outline, words };
  }

  private async retell(before: Attempt): Promise<{ attempt: Attempt; result: AttemptResult }> {
    const content = await this.assessment(before.assessment);
    const { id, form: { form: { seed } }, responses } = before;
    const attempt = { ...drawAttempt(content, { id, seed, startedAt: new Date().toISOString(), responses }), responses };
    return { attempt, result: resultOf(this.course, content, attempt, 0) };
  }

  private async assessment(id: string): Promise<AssessmentContent> {
    const content = await this.load<AssessmentContent>(id);
    this.learn(content.items);
    this.marked([content.assessment]);
    return content;
  }

  private marked(assessments: readonly (Pick<OutlineAssessment, 'id' | 'passMark'> | null)[]): void {
    for (const assessment of assessments) {
      if (assessment !== null && this.mark !== undefined && this.course.rules.success.assessments.includes(assessment.id)) assessment.passMark = this.mark;
    }
  }

  private load<T>(id: string): Promise<T> {
    return this.files.load<T>(this.folder + id);
  }

  private outcomeOf(id: string, response: ItemResponse): Outcome {
    const item = this.items.get(id);
    if (item === undefined) throw new DeliveryError('NOT_FOUND', `no item ${id} has been shown`);
    return { score: scoreResponse(item, response), feedback: earnedFeedback(item, response) };
  }

  private learn(items: readonly Item[]): void {
    for (const item of items) this.items.set(item.id, item);
  }

  /** Opens lessons and assessments until one holds the item. */
  private async lookFor(id: string): Promise<Item | undefined> {
    for (const unit of this.course.units) {
      for (const lesson of unit.lessons) if (lesson.checks.some((check) => check.id === id)) await this.lesson(lesson.id);
      if (unit.assessment !== null && !this.items.has(id)) await this.assessment(unit.assessment.id);
      if (this.items.has(id)) break;
    }
    return this.items.get(id);
  }
}
