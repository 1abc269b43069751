import type { Frame, Page } from 'playwright-core';
import { stepInPage, type Step } from './step-in-page.js';

/** What one look at the course, with one click where there is something to click, found. */
export interface Look { clicked: boolean; text: string }

const answers = '(answers)';

/** Someone who takes any course without knowing it: answers what is asked, clicks what leads on, nothing twice at the same place. */
export class Explorer {
  readonly #tried = new Map<string, string[]>();
  readonly #clicked = new Set<string>();
  /** clicks and answers */
  steps = 0;
  clicks = 0;
  /** clicks also what does not look like leading on, where nothing does */
  wanders = true;

  constructor(
    private readonly page: Page,
    private readonly deadline: number,
  ) {}

  /** Clicks once. When nothing is left to click it waits a little, for what comes by itself. */
  async step(): Promise<Look> {
    let text = '';
    for (let wait = 0; wait < 4 && Date.now() < this.deadline; wait += 1) {
      for (const frame of this.#frames()) {
        const done = await this.#stepIn(frame);
        if (done === null) continue;
        if (done.text.length > text.length) text = done.text;
        if (done.clicked === null && done.answered === 0) continue;
        this.steps += 1;
        if (done.clicked !== null) this.clicks += 1;
        await (done.clicked === null ? pause(40) : settle(frame, done.place, this.deadline));
        return { clicked: true, text };
      }
      await pause(250);
    }
    return { clicked: false, text };
  }

  /** What can be read at the moment, in the frame that says most. */
  async text(): Promise<string> {
    const texts = await Promise.all(this.#frames().map((frame) => within(frame.evaluate(() => document.body?.innerText ?? ''), 1_500, '')));
    return texts.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  }

  async #stepIn(frame: Frame): Promise<Step | null> {
    const place = await within(frame.evaluate(placeInPage), 2_000, '');
    if (place === '') return null;
    const tried = this.#tried.get(place) ?? [];
    const step = await within(frame.evaluate(stepInPage, { tried, everywhere: [...this.#clicked], wanders: this.wanders, answer: tried.filter((each) => each === answers).length < 2 }), 3_000, null);
    if (step === null) return null;
    if (step.clicked !== null) this.#clicked.add(step.clicked);
    // Answers that do not stay are given twice at a place and no more.
    if (step.clicked !== null || step.answered > 0) this.#tried.set(place, [...tried, step.clicked ?? answers]);
    return { ...step, place };
  }

  /** The frames of the course: all but the page of the LMS itself, and those of windows that it opened. */
  #frames(): Frame[] {
    return this.page.context().pages().flatMap((page) => page.frames()).filter((frame) => frame !== this.page.mainFrame() && /^http/.test(frame.url()));
  }
}

/** Waits until the place is another, or has had its time. */
async function settle(frame: Frame, place: string, deadline: number): Promise<void> {
  for (let wait = 0; wait < 6 && Date.now() < deadline; wait += 1) {
    await pause(wait === 0 ? 30 : 60);
    const now = await within(frame.evaluate(placeInPage), 1_500, '');
    if (now !== place && now !== '') return;
  }
}

/** Runs inside the page: where the learner is, by the address and by the ends of what can be read. */
function placeInPage(): string {
  const text = document.body?.innerText ?? '';
  return `${location.pathname}${location.hash} ${text.length}\n${text.slice(0, 1_000)}\n${text.slice(-2_000)}`;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A promise's value, or `otherwise` when it fails or takes longer: a page that spins for ever holds nobody up. */
export async function within<T>(promise: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([promise, new Promise<T>((resolve) => { timer = setTimeout(() => resolve(otherwise), milliseconds); })]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
