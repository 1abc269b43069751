import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { TestProvider } from '../api/identity-provider.js';
import { MailCatcher } from '../api/mail-catcher.js';
import { launchChromium, newBrowser } from './chromium.js';
import { courseWithEssay } from './course.js';
import { ask, browserOf } from './people.js';
import { type Product, startProduct } from './product.js';

let mails: MailCatcher;
/** Where Jon's employer has its people sign in. */
let provider: TestProvider;
let product: Product;
let browser: Browser;
/** Dana, who coordinates, and her cohort once it is there. */
let desk: BrowserContext;
let page: Page;
let cohort: string;
beforeAll(async () => {
  [mails, provider] = await Promise.all([MailCatcher.open(), TestProvider.open()]);
  [product, browser] = await Promise.all([startProduct({ alsoCourses: [courseWithEssay], env: { SMTP_URL: mails.url, MAIL_FROM: 'courses@lindenfield.example' } }), launchChromium()]);
  const administrator = await browserOf(browser, product, 'Noor Rahman');
  provider.serve(`${product.url}/oidc/callback`);
  provider.people.set('jon', { email: 'jon@example.org', email_verified: true, name: 'Jon Vale' });
  await ask(administrator, 'mutation ($input: IdentityProviderInput!) { saveIdentityProvider(input: $input) { id } }', { input: { name: 'Sign in with Riverbend', issuer: provider.issuer, clientId: provider.client.id, clientSecret: provider.client.secret, domains: ['example.org'], admitsNew: false, trustsAddresses: false, paused: false } });
  const { publishCourse } = await ask<{ publishCourse: { id: string } }>(administrator, 'mutation { publishCourse(slug: "course-essay") { id } }');
  desk = await browserOf(browser, product, 'Dana Whitfield');
  ({ createCohort: { id: cohort } } = await ask<{ createCohort: { id: string } }>(desk, 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Spring in Boulder', courseVersion: publishCourse.id, startsOn: day(-7), endsOn: day(1), timeZone: whereItIsNoon() } }));
  page = await desk.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await provider?.close();
  await mails?.kill();
});

interface Row { enrolment: string; account: { id: string; name: string; email: string } }
const learners = async (): Promise<Row[]> => (await ask<{ cohort: { learners: { nodes: { account: Row['account']; enrolment: { id: string } }[] } } }>(desk, 'query ($id: ID!) { cohort(id: $id) { learners(first: 50) { nodes { account { id name email } enrolment { id } } } } }', { id: cohort })).cohort.learners.nodes.map(({ account, enrolment }) => ({ account, enrolment: enrolment.id }));
const learner = async (email: string): Promise<Row> => {
  const found = (await learners()).find(({ account }) => account.email === email);
  if (found === undefined) throw new Error(`${email} is not in the cohort.`);
  return found;
};

test('a roster with flaws is looked at row by row, and its sound rows become learners', async () => {
  await page.goto(`/cohorts/${cohort}`);
  await page.getByRole('link', { name: /Import a roster/ }).click();
  await page.getByLabel('Choose a roster').setInputFiles({ name: 'spring.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,E-mail\nIda Berg,ida@example.org\nJon Vale,JON@example.org\nNobody,no address\nIda again,ida@example.org\n') });
  await page.getByText('2 rows can come in').waitFor();
  await page.getByRole('row').filter({ hasText: 'no address' }).getByText(/address/).first().waitFor();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.waitForFunction(() => /2 people|2 learners|2 rows/.test(document.querySelector('main')?.textContent ?? '') && !/Import 2 rows/.test(document.querySelector('main')?.textContent ?? ''));
  expect((await learners()).map(({ account }) => account.email).toSorted()).toEqual(['ida@example.org', 'jon@example.org']);
});

test('one of them signs in by the link in her mail, and reads her lesson', async () => {
  const tab = await (await newBrowser(browser, { baseURL: product.url })).newPage();
  await tab.goto('/sign-in');
  await tab.getByRole('button', { name: 'Mail me a link instead' }).click();
  await tab.getByLabel('E-mail address').fill('ida@example.org');
  await tab.getByRole('button', { name: 'Mail me a link' }).click();
  await tab.getByText(/Look into your mail/).waitFor();
  const text = await mailed('ida@example.org', /\/sign-in\/link\//);
  await tab.goto(/\/sign-in\/link\/[\w-]+/.exec(text)?.[0] ?? 'no link');
  await tab.getByRole('button', { name: 'Sign in now' }).click();
  await tab.getByRole('heading', { name: /Ida/ }).waitFor();
  const { enrolment } = await learner('ida@example.org');
  await read(tab.context(), enrolment);
  await tab.reload();
  await tab.getByText('Writing a clinical record').first().waitFor();

  // The same tab goes to the session and types the code that stands on the screen there.
  const { createLiveSessions: [session] } = await ask<{ createLiveSessions: { id: string }[] }>(desk, 'mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }', { cohort, input: { title: 'Case discussion', startsAt: minutes(-5), endsAt: minutes(60), timeZone: 'America/Denver', link: 'https://meet.example.org/room' } });
  await page.goto(`/sessions/${session?.id}`);
  await page.getByRole('button', { name: 'Show the code' }).click();
  const code = (await page.locator('p.code').innerText()).replaceAll(/\s/g, '');
  await tab.goto('/attend');
  await tab.getByLabel('The code on the screen').fill(code);
  await tab.getByRole('button', { name: 'I am here' }).click();
  await tab.getByText(/Case discussion/).first().waitFor();
  await tab.context().close();
});

test('another comes in through the own sign-in of where he works, and finds the same course', async () => {
  const tab = await (await newBrowser(browser, { baseURL: product.url })).newPage();
  await tab.goto('/home');
  await tab.getByRole('link', { name: 'Sign in with Riverbend' }).click();
  await tab.waitForURL((address) => address.origin === provider.issuer);
  await tab.locator('input[name=login]').fill('jon');
  await tab.locator('input[name=password]').fill('known to Riverbend alone');
  await tab.getByRole('button', { name: /sign-in/i }).click();
  await tab.getByRole('heading', { name: /Jon/ }).waitFor();
  expect(new URL(tab.url()).pathname).toBe('/home');
  await tab.getByText('Writing a clinical record').first().waitFor();
  await tab.goto('/account');
  await tab.getByText('signed in through your organisation').waitFor();
  await tab.context().close();
});

test('who is late gets more time, and a mark that was taken by hand says who gave it and why', async () => {
  const { enrolment } = await learner('jon@example.org');
  await ask(desk, 'mutation ($enrolment: ID!, $input: ExtensionInput!) { extendDeadline(enrolment: $enrolment, input: $input) { id } }', { enrolment, input: { dueOn: day(30), reason: 'Ill for a week.' } });
  await page.goto(`/learners/${enrolment}`);
  await page.getByText(/^Who gave more time/).click();
  await page.getByText('Ill for a week.').waitFor();
  const { gradebook } = (await ask<{ cohort: { gradebook: { columns: { id: string; title: string }[] } } }>(desk, 'query ($id: ID!) { cohort(id: $id) { gradebook { columns { id title } } } }', { id: cohort })).cohort;
  const column = gradebook.columns[0];
  await page.goto(`/cohorts/${cohort}/gradebook`);
  await page.getByRole('table', { name: /^Marks/ }).waitFor();
  await ask(desk, 'mutation ($input: OverrideMarkInput!) { overrideMark(input: $input) { enrolment { id } } }', { input: { cohort, enrolment, column: column?.id, state: 'marked', value: 0.8, reason: 'Seen on paper.', revision: 0 } });
  await page.getByText('80').first().waitFor();
});

test('a certificate comes once all of the cohort\'s rule is met and somebody approved, and anybody can check it', async () => {
  await ask(desk, 'mutation ($cohort: ID!, $rule: CompletionRuleInput!) { setCompletionRule(cohort: $cohort, revision: 0, rule: $rule) { revision } }', { cohort, rule: { lessons: true, assessments: false, attendance: true, leastSessions: 1, reflections: false, evaluation: false } });
  await page.goto(`/cohorts/${cohort}/certificates`);
  await page.getByLabel('Certificates are issued').selectOption('APPROVAL');
  await page.getByRole('button', { name: 'Save how certificates' }).click();
  // Jon, who has done nothing, can't be chosen.
  await page.getByRole('checkbox', { name: 'Choose Ida Berg' }).check();
  expect(await page.getByRole('checkbox', { name: 'Choose Jon Vale' }).count()).toBe(0);
  await page.getByRole('button', { name: /^Approve and issue/ }).click();
  await page.getByText('1 certificate issued.').first().waitFor();
  const text = await mailed('ida@example.org', /certificate/i);
  expect(text).toContain('Ida Berg');

  const { enrolment } = await learner('ida@example.org');
  const { certificate } = (await ask<{ enrolment: { certificate: { verifyPath: string; badgePath: string; pdfPath: string } } }>(desk, 'query ($id: ID!) { enrolment(id: $id) { certificate { verifyPath badgePath pdfPath } } }', { id: enrolment })).enrolment;
  const stranger = await (await newBrowser(browser, { baseURL: product.url })).newPage();
  await stranger.goto(certificate.verifyPath);
  expect(await stranger.locator('main').innerText()).toMatch(/Ida Berg[\s\S]*Writing a clinical record/);
  const badge = await (await stranger.request.get(certificate.badgePath)).json() as { proof: { cryptosuite: string } };
  expect(badge.proof.cryptosuite).toBe('eddsa-rdfc-2022');
  expect(await stranger.content()).not.toContain('ida@example.org');
  const pdf = await (await desk.request.get(certificate.pdfPath)).body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await stranger.context().close();
});

test('when it is over the list is exported, and the cohort archived: it can be read, not changed', async () => {
  await page.goto(`/cohorts/${cohort}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as CSV' }).click()]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/Ida Berg[\s\S]*Jon Vale/);
  await page.goto(`/cohorts/${cohort}/settings`);
  await page.getByRole('button', { name: 'Archive the cohort' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive the cohort' }).click();
  await page.getByRole('heading', { name: 'This cohort is archived' }).waitFor();
  await expect(ask(desk, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { email: 'late@example.org', name: 'Late', cohort } })).rejects.toThrow(/archived/);
});

/** Reads the course's one lesson, as her player would report it. */
async function read(context: BrowserContext, enrolment: string): Promise<void> {
  const event = { id: uuid(), at: new Date().toISOString(), session: uuid(), type: 'lesson-completed', lesson: 'seen-and-heard' };
  await ask(context, 'mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted } }', { enrolment, events: [event] });
}

/** The text of the newest mail to an address that has something in it, once it has come. */
async function mailed(address: string, holds: RegExp): Promise<string> {
  for (let tries = 0; tries < 400; tries += 1) {
    const text = mails.to(address).map(({ mail }) => `${mail.subject}\n${mail.text ?? ''}`).findLast((each) => holds.test(each));
    if (text !== undefined) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No mail to ${address} in which ${holds} stands; they are: ${mails.caught.map(({ to, mail }) => `${to.join()}: ${mail.subject}`).join('; ')}`);
}

/** Mails are held back while their readers sleep. */
function whereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

function day(offset: number): string { return new Date(Date.now() + offset * 24 * 3600 * 1000).toISOString().slice(0, 10); }
function minutes(count: number): string { return new Date(Date.now() + count * 60_000).toISOString(); }
