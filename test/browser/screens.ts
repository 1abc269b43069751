import { itemById } from '@preceptor/course/delivery';
import type { Page } from 'playwright-core';
import { wrongAnswer } from '../conformance/answers.js';
import { give } from '../conformance/learner.js';
import { compiled, courseOfEveryKind } from './course.js';
import type { Name } from './people.js';
import type { Places } from './places.js';

/** A screen as somebody meets it. */
export interface Screen {
  name: string;
  /** null: nobody is signed in */
  who: Name | null;
  /** Goes there and waits until it has come to rest. */
  open(page: Page, places: Places): Promise<void>;
  /** What is done there, after which it is looked at again. */
  goOn?(page: Page): Promise<void>;
  /** The part of a page that takes the place of the rest on a narrow window only. */
  narrowOnly?: true;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
/** Opens an address of the web app and waits until nothing is loading. */
async function go(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}
const learn = (places: Places, name: Name, at = '#/') => `/learn/${places.enrolments.get(name) ?? 'nobody'}/${at}`;
const play = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.locator('main h1').waitFor({ state: 'attached' });
};

const web: Screen[] = [
  { name: 'sign-in', who: null, open: async (page) => { await go(page, '/sign-in'); await page.getByRole('heading', { name: 'Or look around as' }).waitFor(); } },
  { name: "learner's home in the middle of a course", who: 'Ravi Menon', open: (page) => go(page, '/home') },
  { name: "learner's home before the first lesson", who: 'Fatima Zahra', open: (page) => go(page, '/home') },
  { name: "learner's home after the course", who: 'Maya Lindholm', open: (page) => go(page, '/home') },
  { name: "learner's results", who: 'Deshawn Carter', open: async (page, places) => { await go(page, `/home/${places.enrolments.get('Deshawn Carter')}`); await page.getByRole('button', { name: 'Show the answers' }).first().click(); await page.locator('ol.answers li').first().waitFor(); } },
  { name: 'no permission', who: 'Oskar Nowak', open: async (page) => { await go(page, '/cohorts'); await page.getByRole('heading', { name: 'Your account may not open this' }).waitFor(); } },
  { name: 'no such page', who: 'Oskar Nowak', open: async (page) => { await page.goto('/nowhere'); await heading(page, 'There is no such page'); } },
  { name: 'no such learner', who: 'Dana Whitfield', open: async (page) => { await go(page, '/learners/0190a0a0-0000-7000-8000-000000000000'); await page.getByRole('heading', { name: /^There is no such/ }).waitFor(); } },
  { name: 'a server that does not answer', who: 'Dana Whitfield', open: async (page) => { await page.route('**/graphql', (route) => (route.request().postData()?.includes('viewer') === true ? route.continue() : route.abort())); await go(page, '/cohorts'); await page.getByRole('heading', { name: 'This could not be loaded' }).waitFor(); } },
  { name: 'the account menu', who: 'Elliot Marsh', open: async (page) => { await go(page, '/courses'); await page.getByRole('button', { name: /account of/ }).click(); await page.getByRole('menuitem', { name: 'Sign out' }).waitFor(); } },
  { name: 'courses', who: 'Elliot Marsh', open: (page) => go(page, '/courses') },
  { name: 'publishing a course', who: 'Elliot Marsh', open: async (page) => { await go(page, '/courses'); await page.getByRole('button', { name: 'Publish a course' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'publishing a version', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}`); await page.getByRole('button', { name: 'Publish version 2' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: "a course's units", who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}`); await page.getByRole('heading', { name: 'Needs a look' }).waitFor(); } },
  { name: 'the traceability table', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/statements`); await page.getByRole('table').waitFor(); } },
  { name: "a course's items", who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/items`); await page.getByRole('table').waitFor(); } },
  { name: 'an item', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/items/check-medicine-and-support`); await page.getByRole('heading', { name: 'How it was answered' }).waitFor(); } },
  { name: 'a lesson at the desk', who: 'Elliot Marsh', open: (page, { course }) => go(page, `/courses/${course}/lessons/medicine-and-support`) },
  { name: 'package', who: 'Dana Whitfield', open: async (page, { course }) => { await go(page, `/courses/${course}/package?lms=moodle`); await page.getByRole('button', { name: /^Download the/ }).waitFor(); } },
  { name: 'cohorts', who: 'Dana Whitfield', open: (page) => go(page, '/cohorts') },
  { name: 'a cohort', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}`); await page.getByRole('table', { name: /^Learners/ }).waitFor(); } },
  { name: 'enrolling a learner', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}`); await page.getByRole('button', { name: 'Enrol a learner' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'creating a cohort', who: 'Dana Whitfield', open: async (page) => { await go(page, '/cohorts'); await page.getByRole('button', { name: 'Create a cohort' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: "a learner's story", who: 'Dana Whitfield', open: async (page, places) => { await go(page, `/learners/${places.enrolments.get('Deshawn Carter')}`); await page.getByRole('button', { name: 'Show the answers' }).first().click(); await page.locator('ol.answers li').first().waitFor(); } },
  { name: 'people and keys', who: 'Noor Rahman', open: (page) => go(page, '/people') },
  { name: "changing somebody's roles", who: 'Noor Rahman', open: async (page) => { await go(page, '/people'); await page.getByRole('button', { name: /^Change roles/ }).first().click(); await page.getByRole('dialog').waitFor(); } },
];

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
const kinds: Screen[] = ['single', 'truth', 'multiple', 'match', 'order', 'sort', 'fill', 'number', 'gaps', 'themes', 'spot', 'check-essay'].map((id) => ({
  name: `the item "${id}"`, who: 'Elliot Marsh', open: (page, { everyKind }) => play(page, `/preview/${everyKind}/#/item/${id}`),
  goOn: async (page) => {
    const item = itemById(await every).get(id);
    if (item === undefined) throw new Error(`there is no item ${id} any more`);
    await give(page.locator('.question'), item, wrongAnswer(item));
    await page.getByRole('button', { name: /^(Check|Keep) my answer$/ }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  },
}));
const every = compiled(courseOfEveryKind);

export const screens: Screen[] = [...web, ...player, ...kinds];

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
