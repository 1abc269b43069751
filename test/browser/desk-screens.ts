import type { Page } from 'playwright-core';
import type { Screen } from './every-screen.js';

/** Every screen of the web app: the learner's home and the desks, with their dialogs, and what is shown when something is wrong. */
export const deskScreens: Screen[] = [
  { name: 'sign-in', who: null, open: async (page) => { await go(page, '/sign-in'); await page.getByRole('heading', { name: 'Or look around as' }).waitFor(); } },
  { name: "learner's home in the middle of a course", who: 'Ravi Menon', open: (page) => go(page, '/home') },
  { name: "learner's home before the first lesson", who: 'Fatima Zahra', open: (page) => go(page, '/home') },
  { name: "learner's home after the course", who: 'Maya Lindholm', open: (page) => go(page, '/home') },
  { name: "learner's results", who: 'Deshawn Carter', open: async (page, places) => { await go(page, `/home/${places.enrolments.get('Deshawn Carter')}`); await page.getByRole('button', { name: 'Show the answers' }).first().click(); await page.locator('ol.answers li').first().waitFor(); } },
  { name: 'no permission', who: 'Oskar Nowak', open: async (page) => { await go(page, '/cohorts'); await page.getByRole('heading', { name: 'Your account may not open this' }).waitFor(); } },
  { name: 'no such page', who: 'Oskar Nowak', open: async (page) => { await page.goto('/nowhere'); await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor(); } },
  { name: 'no such learner', who: 'Dana Whitfield', open: async (page) => { await go(page, '/learners/0190a0a0-0000-7000-8000-000000000000'); await page.getByRole('heading', { name: /^There is no such/ }).waitFor(); } },
  { name: 'a server that does not answer', who: 'Dana Whitfield', troubled: true, open: async (page) => { await page.route('**/graphql', (route) => (route.request().postData()?.includes('viewer') === true ? route.continue() : route.abort())); await go(page, '/cohorts'); await page.getByRole('heading', { name: 'This could not be loaded' }).waitFor(); } },
  { name: 'the account menu', who: 'Elliot Marsh', open: async (page) => { await go(page, '/courses'); await page.getByRole('button', { name: /account of/ }).click(); await page.getByRole('menuitem', { name: 'Sign out' }).waitFor(); } },
  { name: 'courses', who: 'Elliot Marsh', open: (page) => go(page, '/courses') },
  { name: 'publishing a course', who: 'Elliot Marsh', open: async (page) => { await go(page, '/courses'); await page.getByRole('button', { name: 'Publish a course' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'publishing a version', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}`); await page.getByRole('button', { name: 'Publish version 2' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: "a course's units", who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}`); await page.getByRole('heading', { name: 'Needs a look' }).waitFor(); } },
  { name: 'the traceability table', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/statements`); await page.getByRole('table').waitFor(); } },
  { name: "a course's items", who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/items`); await page.getByRole('table').waitFor(); } },
  { name: 'an item', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/items/check-medicine-and-support`); await page.getByRole('heading', { name: 'How it was answered' }).waitFor(); } },
  { name: 'a lesson at the desk', who: 'Elliot Marsh', open: (page, { course }) => go(page, `/courses/${course}/lessons/medicine-and-support`) },
  { name: 'package', who: 'Dana Whitfield', open: async (page, { course }) => { await go(page, `/courses/${course}/package?lms=moodle`); await page.getByRole('button', { name: 'Make the package' }).waitFor(); await page.getByText(/^From the first opening/).waitFor(); }, goOn: async (page) => { await page.getByText('Options', { exact: false }).locator('xpath=ancestor-or-self::summary').click(); await page.getByRole('button', { name: 'Make the package' }).click(); await page.getByText('The package is ready').waitFor(); } },
  { name: 'what to click in an LMS', who: 'Dana Whitfield', open: async (page, { course }) => { await go(page, `/courses/${course}/package/steps?lms=totara`); await page.getByText(/^From the first opening/).waitFor(); } },
  { name: 'checking a package', who: 'Dana Whitfield', open: (page) => go(page, '/check-package'), goOn: async (page) => { await page.getByLabel('Choose a zip').setInputFiles({ name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') }); await page.getByRole('link', { name: 'Download this report as a page' }).waitFor(); } },
  { name: 'checking a package without permission', who: 'Oskar Nowak', open: async (page) => { await go(page, '/check-package'); await page.getByRole('heading', { name: 'Your account may not open this' }).waitFor(); } },
  { name: 'cohorts', who: 'Dana Whitfield', open: (page) => go(page, '/cohorts') },
  { name: 'a cohort', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}`); await page.getByRole('table', { name: /^Learners/ }).waitFor(); } },
  { name: 'enrolling a learner', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}`); await page.getByRole('button', { name: 'Enrol a learner' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'creating a cohort', who: 'Dana Whitfield', open: async (page) => { await go(page, '/cohorts'); await page.getByRole('button', { name: 'Create a cohort' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: "a learner's story", who: 'Dana Whitfield', open: async (page, places) => { await go(page, `/learners/${places.enrolments.get('Deshawn Carter')}`); await page.getByRole('button', { name: 'Show the answers' }).first().click(); await page.locator('ol.answers li').first().waitFor(); } },
  { name: 'people and keys', who: 'Noor Rahman', open: (page) => go(page, '/people') },
  { name: "changing somebody's roles", who: 'Noor Rahman', open: async (page) => { await go(page, '/people'); await page.getByRole('button', { name: /^Change roles/ }).first().click(); await page.getByRole('dialog').waitFor(); } },
];

/** Opens an address of the web app and waits until nothing is loading. */
async function go(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}
