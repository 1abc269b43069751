import type { CompiledCourse } from '@preceptor/course/compiled';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { courseFrame, watchedPage } from './browser.js';
import { Learner } from './learner.js';

/** One opening of a course in an LMS. */
export interface Sitting {
  context: BrowserContext;
  lmsPage: Page;
  learner: Learner;
  troubles: string[];
  /** the LMS takes the course away, its own page staying until the LMS `has` all of it */
  leave: (has?: () => Promise<unknown>) => Promise<void>;
  /** the whole browser is gone at once */
  kill: () => Promise<void>;
}

/** Opens the LMS at one of its pages, where the course begins in a frame. */
export async function sitDown(browser: Browser, lms: { url: string }, course: CompiledCourse, { path = '/', viewport = { width: 1100, height: 800 } } = {}): Promise<Sitting> {
  const context = await browser.newContext({ viewport });
  const { page, troubles } = await watchedPage(context);
  await page.goto(lms.url + path);
  const learner = new Learner(await courseFrame(page), course);
  return {
    context, lmsPage: page, learner, troubles,
    leave: async (has) => {
      await page.evaluate(() => {
        const frame = document.getElementById('course') as HTMLIFrameElement;
        frame.remove();
      });
      await has?.();
      await context.close();
    },
    kill: () => context.close(),
  };
}
