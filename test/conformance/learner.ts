import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';
import type { Frame, Locator, Page } from 'playwright-core';
import { rightAnswer, wrongAnswer, type Answer } from './answers.js';
import { choose, optionsOf, select } from './by-words.js';
import { giveApart } from './learner-apart.js';

export type Screen = 'disclaimer' | 'lesson' | 'introduction' | 'question' | 'review' | 'result' | 'course-result';

/** Someone who takes a course by clicking: what she sees is found by role and name, what she knows is the key. */
export class Learner {
  readonly #items: Item[];
  /** item ids in the order in which they were answered */
  readonly answered: string[] = [];

  constructor(
    readonly place: Page | Frame,
    readonly course: CompiledCourse,
  ) {
    this.#items = [...itemById(course).values()];
  }

  /** Which screen she is at, once it has come to rest. */
  async screen(): Promise<Screen> {
    const { place } = this;
    const screens: [Screen, Locator][] = [
      ['disclaimer', place.getByRole('button', { name: 'I have read this and understand it' })],
      ['review', place.getByRole('heading', { level: 1, name: 'Review your answers' })],
      ['question', place.locator('article.taking .question')],
      ['introduction', place.getByRole('button', { name: /^(Start|Go on with your attempt)$/ })],
      ['result', place.locator('article.results')],
      ['lesson', place.locator('article.lesson')],
      ['course-result', place.getByRole('heading', { level: 1, name: /^(You have (completed|passed) this (course|part)|Not passed yet|Not finished yet)$/ })],
    ];
    const [, first] = screens[0] ?? [];
    if (first === undefined) throw new Error('there are screens');
    await screens.slice(1).reduce((either, [, locator]) => either.or(locator), first).first().waitFor();
    for (const [screen, locator] of screens) if (await locator.first().isVisible()) return screen;
    return this.screen();
  }

  heading(): Promise<string> {
    return this.place.getByRole('heading', { level: 1 }).innerText();
  }

  /**
   * Goes on, a screen at a time, until `until` says that it is enough (asked before each step). Answers are right, save
   * where `knows` says that she does not know.
   */
  async play({ until, knows = () => true }: { until: (screen: Screen) => boolean | Promise<boolean>; knows?: (item: Item, assessment: boolean) => boolean }): Promise<void> {
    for (let steps = 0; steps < 2_000; steps += 1) {
      const screen = await this.screen();
      if (await until(screen)) return;
      await this.#step(screen, knows);
    }
    throw new Error(`the course does not end: stuck at ${await this.heading()}`);
  }

  async #step(screen: Screen, knows: (item: Item, assessment: boolean) => boolean): Promise<void> {
    const { place } = this;
    switch (screen) {
      case 'disclaimer':
        return place.getByRole('button', { name: 'I have read this and understand it' }).click();
      case 'lesson':
        await this.#readLesson(knows);
        return this.#goOn();
      case 'introduction':
        return place.getByRole('button', { name: /^(Start|Go on with your attempt)$/ }).click();
      case 'question': {
        const heading = await this.heading();
        await this.#answerQuestion(place.locator('article.taking .question'), knows, true);
        const check = place.getByRole('button', { name: 'Check my answer' });
        if (await check.isVisible()) await check.click();
        await place.locator('.taking-actions').getByRole('button', { name: /^(Next question|Review before submitting)$/ }).click();
        await place.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor({ state: 'detached' });
        return;
      }
      case 'review':
        await place.getByRole('button', { name: 'Submit my answers' }).click();
        await place.getByRole('dialog').getByRole('button', { name: 'Submit my answers' }).click();
        return place.locator('article.results').waitFor();
      case 'result':
        return this.#goOn();
      case 'course-result':
        throw new Error('there is nothing after the course result');
    }
  }

  async #goOn(): Promise<void> {
    const next = this.place.getByRole('navigation', { name: 'Next' }).getByRole('link', { name: /^Next/ });
    const target = await next.getAttribute('href');
    await next.click();
    // The screen that she leaves is gone once its own way on is.
    await this.place.waitForFunction((href) => location.hash === href && document.querySelector('a.way.next')?.getAttribute('href') !== href, target);
    await this.place.getByRole('heading', { level: 1 }).waitFor();
  }

  async #readLesson(knows: (item: Item, assessment: boolean) => boolean): Promise<void> {
    for (const reflection of await this.place.locator('section.reflection').all()) {
      await reflection.getByRole('textbox').fill('The light of my own harbour, and the pier before it.');
    }
    for (const check of await this.place.getByRole('region', { name: 'Check yourself' }).all()) {
      const button = check.getByRole('button', { name: /^(Check my answer|Keep my answer)$/ });
      if (!(await button.isVisible())) continue;
      await this.#answerQuestion(check.locator('.question'), knows, false);
      await button.click();
      await check.getByRole('button', { name: 'Try again' }).waitFor();
    }
  }

  async #answerQuestion(question: Locator, knows: (item: Item, assessment: boolean) => boolean, assessment: boolean): Promise<void> {
    const item = await this.#itemOf(question);
    const known = knows(item, assessment);
    await give(question, item, known ? rightAnswer(item) : wrongAnswer(item));
    if (item.certainty) await question.getByRole('group', { name: 'How sure are you?' }).getByRole('radio', { name: known ? 'Very sure' : 'Not sure' }).check({ force: true });
    this.answered.push(item.id);
  }

  /** The item of a question on the screen, by its kind, its stem and, where stems are alike, its choices. */
  async #itemOf(question: Locator): Promise<Item> {
    const [kind, stem, all] = await Promise.all([question.getAttribute('class'), question.locator('.stem').textContent(), question.textContent()]);
    const alike = this.#items.filter((item) => `question kind-${item.kind}` === kind && lettersOf(item.stemHtml) === lettersOf(stem ?? ''));
    const found = alike.length === 1 ? alike : alike.filter((item) => choiceTexts(item).every((text) => lettersOf(all ?? '').includes(lettersOf(text))));
    const [item] = found;
    if (found.length !== 1 || item === undefined) throw new Error(`${found.length} items have the stem ${JSON.stringify(stem)}`);
    return item;
  }
}

/** Puts an answer into a question by its fields and buttons. */
export async function give(question: Locator, item: Item, answer: Answer): Promise<void> {
  if (await giveApart(question, item, answer)) return;
  if ('chosen' in answer) {
    for (const box of await question.locator('.options').getByRole('checkbox', { checked: true }).all()) await box.uncheck();
    for (const id of answer.chosen) {
      if (item.kind === 'true-false') await question.locator(`.options input[value="${id}"]`).check();
      else await choose(question.locator('.options'), optionsOf(item), id);
    }
  } else if ('order' in answer) {
    await putInOrder(question, item, answer.order);
  } else if ('pairs' in answer) {
    for (const [index, row] of rowsOf(item).entries()) {
      const place = await rowIndex(question, item, row, index);
      if ((await question.locator('.rows .row').nth(place).getByRole('radio').count()) > 0) await pressSegment(question.locator('.rows .row').nth(place), item, answer.pairs[row.id] ?? '');
      else await select(question.getByRole('combobox').nth(place), optionsOf(item, row.id), answer.pairs[row.id] ?? '');
    }
  } else if ('text' in answer) {
    await question.getByRole('textbox').fill(answer.text);
    if (answer.unit !== undefined) await question.getByRole('combobox', { name: 'Unit' }).selectOption(answer.unit);
  }
}

/** Rows may be shown in another order than they are written, so each is found by its own words. */
async function rowIndex(question: Locator, item: Item, row: { id: string; html: string }, index: number): Promise<number> {
  if (item.kind === 'cloze') return index;
  const texts = await question.locator('.rows .row').evaluateAll((rows) => rows.map((element) => element.firstElementChild?.textContent ?? ''));
  return texts.findIndex((text) => lettersOf(text) === lettersOf(row.html));
}

/** Few categories are buttons side by side. */
async function pressSegment(row: Locator, item: Item, category: string): Promise<void> {
  const text = item.kind === 'categorising' ? item.content.categories.find(({ id }) => id === category)?.html : undefined;
  const labels = row.locator('label.segment');
  const texts = (await labels.allTextContents()).map(lettersOf);
  await labels.nth(texts.indexOf(lettersOf(text ?? ''))).click();
}

async function putInOrder(question: Locator, item: Item, order: string[]): Promise<void> {
  if (item.kind !== 'ordering') throw new Error('only an ordering is put in order');
  const textOf = new Map(item.content.elements.map(({ id, html }) => [id, lettersOf(html)]));
  const shown = async (): Promise<string[]> => (await question.locator('.ordering > li').evaluateAll((rows) => rows.map((row) => row.querySelector('.ordering-row > :nth-child(2)')?.textContent ?? ''))).map(lettersOf);
  for (const [place, id] of order.entries()) {
    for (let at = (await shown()).indexOf(textOf.get(id) ?? ''); at > place; at -= 1) await question.locator('.ordering > li').nth(at).getByRole('button', { name: /^Move up/ }).click();
  }
  const asItStands = question.getByRole('button', { name: 'This order is my answer' });
  if (await asItStands.isVisible()) await asItStands.click();
}

function rowsOf(item: Item): { id: string; html: string }[] {
  switch (item.kind) {
    case 'matching':
      return item.content.premises;
    case 'categorising':
      return item.content.elements;
    case 'extended-matching':
      return item.content.questions.map(({ id, stemHtml }) => ({ id, html: stemHtml }));
    case 'cloze':
      return item.content.gaps.map(({ id }) => ({ id, html: '' }));
    default:
      return [];
  }
}

function choiceTexts(item: Item): string[] {
  const { content } = item;
  const choices = 'options' in content ? content.options : 'elements' in content ? content.elements : 'premises' in content ? content.premises : [];
  return [...choices.map(({ html }) => html), ...('questions' in content ? content.questions.map((question) => ('stemHtml' in question ? question.stemHtml : question.findingHtml)) : []), ...('textHtml' in content ? [content.textHtml] : [])];
}

/** Letters and digits alone, so that markup, entities and white space don't matter. */
function lettersOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
