import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, sizes, watchedTab } from './chromium.js';
import { ask, browserOf, type Name } from './people.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
let course: string;
let cohort: string;
const enrolments = new Map<Name, string>();
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ alsoCourses: ['test/fixtures/course-essay'] }), launchChromium()]);
  const noor = await browserOf(browser, product, 'Noor Rahman');
  const { publishCourse: { id: version } } = await ask<{ publishCourse: { id: string } }>(noor, 'mutation { publishCourse(slug: "course-essay") { id } }');
  const dana = await browserOf(browser, product, 'Dana Whitfield');
  ({ createCohort: { id: cohort, courseVersion: { course: { id: course } } } } = await ask<{ createCohort: { id: string; courseVersion: { course: { id: string } } } }>(dana, 'mutation ($version: ID!) { createCohort(input: { name: "The record", courseVersion: $version }) { id courseVersion { course { id } } } }', { version }));
  const { demoPeople } = await ask<{ demoPeople: { accountId: string; name: Name }[] }>(dana, '{ demoPeople { accountId name } }');
  // Each has a point for one of two choices and waits for up to four for the note; 60 % of six points pass.
  for (const [name, first, when] of [['Oskar Nowak', true, true], ['Fatima Zahra', false, true], ['Tunde Afolabi', true, false]] as const) {
    const account = demoPeople.find((person) => person.name === name)?.accountId;
    const { enrol } = await ask<{ enrol: { id: string } }>(dana, 'mutation ($account: ID!, $cohort: ID!) { enrol(input: { account: $account, cohort: $cohort }) { id } }', { account, cohort });
    enrolments.set(name, enrol.id);
    await answered(name, enrol.id, { first: first ? 'What was seen and heard' : 'What was concluded', when: when ? 'On the day of the session' : 'Before the session' });
  }
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

interface Started { startAttempt: { form: { items: { id: string; content: { options?: { id: string; html: string }[] } }[] } } }
async function answered(name: Name, enrolment: string, choices: Record<string, string>): Promise<void> {
  const learner = await browserOf(browser, product, name);
  const attempt = uuid();
  const { startAttempt: { form } } = await ask<Started>(learner, 'mutation ($enrolment: ID!, $attempt: ID!) { startAttempt(enrolment: $enrolment, assessment: "final", attempt: $attempt) { form } }', { enrolment, attempt });
  const event = (item: string, value: unknown) => ({ id: uuid(), type: 'item-answered', at: new Date().toISOString(), session: uuid(), item, response: { value }, latencySeconds: 5, attempt });
  const events = form.items.map(({ id, content }) => event(id, content.options?.find(({ html }) => html.includes(choices[id] ?? '-'))?.id ?? `She left early, as ${id} of ${name.split(' ')[0]} says.`));
  await ask(learner, 'mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted } }', { enrolment, events });
  await ask(learner, 'mutation ($enrolment: ID!, $attempt: ID!) { submitAttempt(enrolment: $enrolment, attempt: $attempt) { id } }', { enrolment, attempt });
  await learner.close();
}

async function tabOf(name: Parameters<typeof browserOf>[2], path: string): Promise<{ page: Page; troubles: string[] }> {
  const tab = await watchedTab(await browserOf(browser, product, name));
  await tab.page.goto(path);
  return tab;
}
const queue = () => `/grading/${course}.final.note`;
const answer = (page: Page, number: number) => page.getByRole('form', { name: `Grade answer ${number}` });
/** Presses keys one after another, as somebody does who never touches the mouse. */
async function press(page: Page, ...keys: string[]): Promise<void> { for (const key of keys) await page.keyboard.press(key); }
async function accessible(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize(sizes.phone);
  expect(await tooWideBy(page)).toBe(0);
  await page.setViewportSize(sizes.laptop);
}

describe('essays of a test', () => {
  test('wait for a grader, as their learners see, and are graded by keys alone, without names', async () => {
    const learner = await tabOf('Oskar Nowak', `/home/${enrolments.get('Oskar Nowak')}`);
    await learner.page.getByText('One answer waits for a grader.').waitFor();
    await learner.page.close();

    const elliot = await tabOf('Elliot Marsh', queue());
    await elliot.page.getByRole('button', { name: 'How this is graded' }).click();
    await elliot.page.getByLabel("Graders don't see whose answer it is").check();
    await elliot.page.getByLabel('Graded by a second person').selectOption({ label: 'Each answer' });
    await elliot.page.getByRole('button', { name: 'Save', exact: true }).click();
    await elliot.page.getByText('Grading is anonymous.').waitFor();
    await elliot.page.close();

    const { page, troubles } = await tabOf('Amara Nwosu', '/grading');
    await page.getByRole('row', { name: /A client says little/ }).getByText('0 of 3').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: /A client says little/ }).focus();
    // What Elliot opened is kept for him; nobody else has it meanwhile.
    await press(page, 'Enter');
    await answer(page, 2).waitFor();
    expect(await page.getByText('Fatima').count()).toBe(1);
    await press(page, '2', '2');
    await page.getByText('2 of 4').waitFor();
    await accessible(page);
    await press(page, 'c');
    await page.keyboard.type('Well observed.');
    await press(page, 'Enter');
    await answer(page, 3).waitFor();
    await press(page, '1', '1', 'Enter');
    await page.getByRole('heading', { name: 'Nothing left for you to grade here' }).waitFor();
    await page.getByRole('button', { name: 'Undo the last grading' }).focus();
    await press(page, 'Enter');
    await answer(page, 3).waitFor();
    expect(troubles.filter((trouble) => !trouble.endsWith('net::ERR_ABORTED'))).toEqual([]); // a refresh that a newer one overtakes
    await press(page, 'p');
    await answer(page, 2).waitFor();
    await page.getByText('2 of 4').waitFor();
    await press(page, 'n');
    await answer(page, 3).waitFor();
    await press(page, '1', '1', 'Enter');
    await page.getByRole('heading', { name: 'Nothing left for you to grade here' }).waitFor();
  });

  test('have a second grader who is told nothing of the first, and somebody who decides where both are far apart', async () => {
    const { page } = await tabOf('Elliot Marsh', queue());
    for (const [number, keys] of [[1, ['2', '2']], [2, ['2', '2']], [3, ['3', '3']]] as const) {
      await answer(page, number).waitFor();
      if (number > 1) await page.getByText('You are the second grader').waitFor();
      expect(await page.getByText('Well observed.').count()).toBe(0);
      await press(page, ...keys, 'Enter');
    }
    await page.getByRole('link', { name: '1 to decide' }).waitFor();
    await page.close();

    // The first answer was graded by Elliot first.
    const amara = await tabOf('Amara Nwosu', queue());
    await answer(amara.page, 1).waitFor();
    await press(amara.page, '2', '2', 'c');
    await amara.page.keyboard.type('Say what you saw.');
    await press(amara.page, 'Enter');
    await amara.page.getByText(/^κ = /).waitFor();
    await amara.page.close();

    const noor = await tabOf('Noor Rahman', `${queue()}?moderate=true`);
    await answer(noor.page, 3).waitFor();
    const both = noor.page.getByRole('group', { name: 'What both graders chose' });
    await both.getByText('0 of 4').waitFor();
    await both.getByText('4 of 4').waitFor();
    await accessible(noor.page);
    await press(noor.page, '2', '2', 'Enter');
    await noor.page.getByRole('heading', { name: 'Nothing to decide here' }).waitFor();
    await noor.page.getByText('3 of 3').waitFor();
    await noor.page.close();
  });
});

test('a wrong key is mended once one has seen whom it changes; the learner reads why, and the coordinator that a certificate is at stake', async () => {
  const { page, troubles } = await tabOf('Elliot Marsh', `/courses/${course}/items/first/regrade`);
  await page.getByRole('radio', { name: 'Change the key' }).check();
  await page.getByRole('radio', { name: 'What was concluded' }).check();
  await page.getByRole('button', { name: 'See what would change' }).click();
  const changes = page.getByRole('table', { name: 'Whom it changes' });
  const oskar = changes.getByRole('row', { name: /Oskar Nowak/ });
  await oskar.getByText('4 of 6').waitFor();
  await oskar.getByText('3 of 6').waitFor();
  await changes.getByRole('row', { name: /Fatima Zahra/ }).getByText('not passed → passed').first().waitFor();
  await page.getByText('1 certificate at stake.').waitFor();
  await accessible(page);
  await page.getByLabel('Why?').fill('The panel read it otherwise.');
  await page.getByRole('button', { name: 'Regrade 3 attempts' }).click();
  await page.getByText('Another key: What was concluded.').waitFor();
  await page.getByText('“The panel read it otherwise.”').waitFor();
  expect(troubles.filter((trouble) => !trouble.endsWith('net::ERR_ABORTED'))).toEqual([]); // a refresh that a newer one overtakes
  await page.close();

  const learner = await tabOf('Oskar Nowak', `/home/${enrolments.get('Oskar Nowak')}`);
  await learner.page.getByText(/^Not passed: 50/).waitFor();
  await learner.page.getByText('Regraded:', { exact: true }).waitFor();
  await learner.page.getByRole('button', { name: 'Show the answers' }).click();
  await learner.page.getByText('Names one thing that was seen or heard.').waitFor();
  await learner.page.getByText('Say what you saw.').waitFor();
  await learner.page.getByText(/the right answer was corrected/).waitFor();
  await accessible(learner.page);
  await learner.page.close();

  const dana = await tabOf('Dana Whitfield', `/cohorts/${cohort}`);
  await dana.page.getByRole('heading', { name: /Certificates at stake/ }).waitFor();
  await accessible(dana.page);
  await dana.page.getByRole('button', { name: 'Settle Oskar Nowak' }).click();
  await dana.page.getByLabel('What was settled').fill('She takes it again on Monday.');
  await dana.page.getByRole('button', { name: 'It is settled' }).click();
  await dana.page.getByRole('button', { name: 'Settle Oskar Nowak' }).waitFor({ state: 'detached' });
});
