import { itemById } from '@preceptor/course/delivery';
import type { Page } from 'playwright-core';
import { wrongAnswer } from '../conformance/answers.js';
import { give } from '../conformance/learner.js';
import { compiled, courseOfEveryKind, courseOfKindsApart } from './course.js';
import type { Screen } from './every-screen.js';
import type { Name } from './people.js';
import type { Places } from './places.js';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const learn = (places: Places, name: Name, at = '#/') => `/learn/${places.enrolments.get(name) ?? 'nobody'}/${at}`;
const play = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('main h1').waitFor({ state: 'attached' });
};

const player: Screen[] = [
  { name: 'the disclaimer', who: 'Fatima Zahra', open: async (page, places) => { await play(page, learn(places, 'Fatima Zahra')); await heading(page, 'Before you begin'); } },
  { name: 'a lesson', who: 'Ravi Menon', open: (page, places) => play(page, learn(places, 'Ravi Menon', '#/lesson/prepare-process-integrate')) },
  { name: 'a lesson with a picture', who: 'Ravi Menon', open: (page, places) => play(page, learn(places, 'Ravi Menon', '#/lesson/three-models-of-care')) },
  { name: 'a check that was just answered', who: 'Ravi Menon', open: async (page, places) => { await play(page, learn(places, 'Ravi Menon', '#/lesson/medicine-and-support')); await answerCheck(page); } },
  { name: 'a term that pops up', who: 'Ravi Menon', open: async (page, places) => { await play(page, learn(places, 'Ravi Menon', '#/lesson/prepare-process-integrate')); await page.locator('button[data-term]').first().click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'the outline of a phone', who: 'Ravi Menon', narrowOnly: true, open: async (page, places) => { await play(page, learn(places, 'Ravi Menon')); await page.getByRole('button', { name: 'Show the outline' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'reading settings', who: 'Ravi Menon', open: async (page, places) => { await play(page, learn(places, 'Ravi Menon')); await page.getByRole('button', { name: 'Reading settings' }).click(); } },
  { name: 'a lesson on paper', who: 'Ravi Menon', open: async (page, places) => { await play(page, learn(places, 'Ravi Menon', '#/lesson/medicine-and-support')); await page.emulateMedia({ media: 'print' }); } },
  { name: 'the self-assessment of readiness', who: 'Leila Haddad', open: (page, places) => play(page, learn(places, 'Leila Haddad', '#/lesson/self-assessment-of-readiness')) },
  { name: 'the glossary', who: 'Ravi Menon', open: (page, places) => play(page, learn(places, 'Ravi Menon', '#/glossary')) },
  { name: 'a search', who: 'Ravi Menon', open: async (page, places) => { await play(page, learn(places, 'Ravi Menon', '#/search?q=licence')); await page.getByText(/lessons? found$/).waitFor(); } },
  { name: "the course's result", who: 'Ravi Menon', open: (page, places) => play(page, learn(places, 'Ravi Menon', '#/result')) },
  { name: 'a lesson that is not there', who: 'Ravi Menon', open: (page, places) => play(page, learn(places, 'Ravi Menon', '#/lesson/nowhere')) },
  { name: 'an assessment before it begins', who: 'Ingrid Solheim', open: (page, places) => play(page, learn(places, 'Ingrid Solheim', '#/assessment/final')) },
  { name: 'a question that asks how sure one is', who: 'Elliot Marsh', open: async (page, { version }) => { await play(page, `/preview/${version}/#/item/kap-12`); await page.getByRole('group', { name: 'How sure are you?' }).waitFor(); } },
  { name: 'a question', who: 'Leila Haddad', open: async (page, places) => { await takeFinal(page, places); await page.getByRole('button', { name: 'Flag for later' }).click(); } },
  { name: 'the review before submitting', who: 'Leila Haddad', open: async (page, places) => { await takeFinal(page, places); await page.getByRole('navigation', { name: 'All questions' }).getByRole('button', { name: 'Review before submitting' }).click(); await heading(page, 'Review your answers'); } },
  { name: 'the last question before submitting', who: 'Leila Haddad', open: async (page, places) => { await takeFinal(page, places); await page.getByRole('navigation', { name: 'All questions' }).getByRole('button', { name: 'Review before submitting' }).click(); await page.getByRole('button', { name: 'Submit my answers' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'the result of an assessment', who: 'Leila Haddad', open: async (page, places) => { await takeFinal(page, places); await submit(page); await page.getByText('What to read again').waitFor(); } },
];

/** Each kind of item by itself, in a preview: as it is asked, and after a wrong answer. The real course does without some of them. */
const kinds: Screen[] = ([
  ['course-small', ['single', 'truth', 'multiple', 'match', 'order', 'sort', 'fill', 'number', 'gaps', 'themes', 'spot', 'check-essay']],
  ['course-pilot', ['judging', 'fog', 'chart', 'watch', 'drift', 'course', 'call', 'log']],
] as const).flatMap(([folder, ids]) => ids.map((id) => ({
  name: `the item "${id}"`, who: 'Elliot Marsh', open: (page, { published }) => play(page, `/preview/${published.get(folder)}/#/item/${id}`),
  goOn: async (page) => {
    const item = itemById(await courses[folder]).get(id);
    if (item === undefined) throw new Error(`there is no item ${id} any more`);
    await give(page.locator('.question'), item, wrongAnswer(item));
    await page.getByRole('button', { name: /^(Check|Keep) my answer$/ }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  },
})));
const courses = { 'course-small': compiled(courseOfEveryKind), 'course-pilot': compiled(courseOfKindsApart) };

/** Every screen of the player, and each kind of item. */
export const playerScreens: Screen[] = [...player, ...kinds];

async function answerCheck(page: Page): Promise<void> {
  const check = page.getByRole('region', { name: 'Check yourself' }).first();
  const again = check.getByRole('button', { name: 'Try again' });
  await again.or(check.getByRole('button', { name: 'Check my answer' })).waitFor();
  if (await again.isVisible()) await again.click();
  await check.getByRole('radio').first().check();
  await check.getByRole('button', { name: 'Check my answer' }).click();
  await again.waitFor();
  await check.locator('.verdict').first().waitFor();
}

async function takeFinal(page: Page, places: Places): Promise<void> {
  await play(page, learn(places, 'Leila Haddad', '#/assessment/final'));
  await page.getByRole('button', { name: /^(Start|Start a new attempt|Go on with your attempt)$/ }).click();
  await heading(page, /^(Question \d|Review)/);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'All questions' }).getByRole('button', { name: 'Review before submitting' }).click();
  await page.getByRole('button', { name: 'Submit my answers' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit my answers' }).click();
  await page.locator('article.results').waitFor();
}
