import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { Page } from 'playwright-core';

/** Names under which only keys and rubrics travel. */
const keyNames = ['key', 'rubric', 'weights', 'correct', 'accept', 'modelAnswerHtml'];
const leastCharacters = 24;

/** Everything that the server has answered to a tab, to be searched for what should not be in it. */
export class AnswerWatch {
  readonly #bodies: Promise<string>[] = [];
  /** Feedback sends the reader to lessons by their titles, which everybody may know. */
  readonly #titles: ReadonlySet<string>;

  constructor(page: Page, course: CompiledCourse) {
    this.#titles = new Set(course.units.flatMap((unit) => unit.lessons.map(({ title }) => title)));
    page.on('response', (response) => {
      if (/json|html|text\/plain/.test(response.headers()['content-type'] ?? '')) this.#bodies.push(response.text().catch(() => ''));
    });
  }

  /** Feedback and rubrics of these items that have come already: item id and the words. */
  async secretsOf(items: Iterable<Item>): Promise<string[]> {
    const all = (await Promise.all(this.#bodies)).join('\n');
    return [...items].flatMap((item) => wordsToKeep(item).filter((words) => !this.#titles.has(words) && all.includes(asSent(words))).map((words) => `${item.id}: ${words}`));
  }

  /** Fields that hold a key, wherever they stand in what has come. */
  async keyFields(): Promise<string[]> {
    // The player's own words name each verdict.
    const bodies = (await Promise.all(this.#bodies)).map((body) => body.replace(/"verdicts":\{[^{}]*\}/g, ''));
    return [...new Set(bodies.flatMap((body) => keyNames.filter((name) => new RegExp(`"${name}":(?!null)`).test(body))))];
  }

  get count(): number { return this.#bodies.length; }
}

/** The longest run of plain words of each feedback and rubric: they stand nowhere else. */
function wordsToKeep(item: Item): string[] {
  const texts = stringsIn(item.feedback);
  if (item.kind === 'long-text') texts.push(...stringsIn(item.key));
  return texts.map(longestRun).filter((words) => words.length >= leastCharacters);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function longestRun(html: string): string {
  return html.split(/<[^>]*>/).reduce((longest, run) => (run.length > longest.length ? run : longest), '').trim();
}

const asSent = (text: string): string => JSON.stringify(text).slice(1, -1);
