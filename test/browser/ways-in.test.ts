import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MailCatcher } from '../api/mail-catcher.js';
import { axeFindings } from './axe.js';
import { launchChromium, newBrowser, watchedTab } from './chromium.js';
import { ask, signInByClick } from './people.js';
import { type Product, startProduct } from './product.js';

let mails: MailCatcher;
let product: Product;
let browser: Browser;
let home: string;
beforeAll(async () => {
  mails = await MailCatcher.open();
  [product, browser] = await Promise.all([startProduct({ env: { SMTP_URL: mails.url } }), launchChromium()]);
  // A passkey belongs to a name, never to the number of a machine.
  home = product.url.replace('127.0.0.1', 'localhost');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await mails?.kill();
});

/** A browser with a device in it that keeps passkeys and knows its owner's finger. */
async function withDevice(): Promise<{ context: BrowserContext; page: Page; unlocks: (whether: boolean) => Promise<void> }> {
  const context = await newBrowser(browser, { baseURL: home });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  return { context, page, unlocks: async (isUserVerified) => { await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }); } };
}

test('a passkey is made on one\'s account, signs in from the sign-in page, and no more once it is removed', async () => {
  const { context, page, unlocks } = await withDevice();
  await signInByClick(page, { ...product, url: home }, 'Ravi Menon');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('What to call it').fill('My phone');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByText('My phone is added. It signs you in from now on.').waitFor();
  await page.getByRole('button', { name: 'Rename My phone' }).click();
  await page.getByLabel('Name of the passkey').fill('Phone of my own');
  await page.getByRole('button', { name: 'Rename the passkey' }).click();
  await page.getByRole('list', { name: 'Your passkeys' }).getByText('Phone of my own').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // The same device makes no second one.
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('What to call it').fill('Again');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByText('This device has a passkey for you already.').waitFor();

  await ask(context, 'mutation { signOut }');
  await page.goto('/sign-in?next=/account');
  await unlocks(false);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText(/^No passkey was used/).waitFor();
  await unlocks(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(/\/account$/);
  await page.getByText(/signed in with a passkey/).first().waitFor();

  await page.getByRole('button', { name: 'Remove Phone of my own' }).click();
  await page.getByRole('button', { name: 'Remove the passkey' }).click();
  await page.getByText(/^Phone of my own signs nobody in any more/).waitFor();
  await ask(context, 'mutation { signOut }');
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText(/^This passkey belongs to no account here/).waitFor();
  await context.close();
});

test('the sign-in page asks for one thing at a time, and one press is enough for who has a password manager', async () => {
  const context = await newBrowser(browser, { baseURL: home });
  const administrator = await newBrowser(browser, { baseURL: home });
  await signInByClick(await administrator.newPage(), { ...product, url: home }, 'Noor Rahman');
  await ask(administrator, 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Una Field', email: 'una@example.org', roles: ['LEARNER'], password: 'a password of her own' } });
  const page = await context.newPage();
  await page.goto('/home');
  await page.getByLabel('E-mail address').fill('una@example.org');
  await page.keyboard.press('Enter');
  const password = page.getByLabel('Password', { exact: true });
  await password.waitFor();
  expect(await password.evaluate((field) => document.activeElement === field)).toBe(true);
  await password.fill('a wrong password');
  await page.keyboard.press('Enter');
  await page.getByText('The e-mail address or the password is wrong.').waitFor();
  await password.fill('a password of her own');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Una/ }).waitFor();

  // What a password manager does: it fills the fields that it finds, seen or not.
  await ask(context, 'mutation { signOut }');
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('una@example.org');
  await page.locator('input[autocomplete=current-password]').evaluate((field: HTMLInputElement) => { field.value = 'a password of her own'; });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: /Una/ }).waitFor();
  await Promise.all([context.close(), administrator.close()]);
});

test('somebody who leads one cohort opens it, takes its roll and reads its marks, and finds no other', async () => {
  const [administrator, guest] = [await newBrowser(browser, { baseURL: home }), await newBrowser(browser, { baseURL: home })];
  const desk = await administrator.newPage();
  await signInByClick(desk, { ...product, url: home }, 'Noor Rahman');
  await ask(administrator, 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Gus Guest', email: 'gus@example.org', roles: ['LEARNER'], password: 'a password of his own' } });
  const { cohorts } = await ask<{ cohorts: { nodes: { id: string; name: string }[] } }>(administrator, '{ cohorts { nodes { id name } } }');
  const cohort = cohorts.nodes.at(-1);
  await desk.goto(`/cohorts/${cohort?.id}/settings`);
  await desk.getByRole('group', { name: 'Facilitators' }).getByLabel('Add somebody').fill('Gus');
  await desk.getByRole('button', { name: 'Add Gus Guest' }).click();
  await desk.getByRole('button', { name: /^Save/ }).first().click();
  await desk.getByRole('list', { name: 'Roles in this cohort' }).getByText('Facilitator').waitFor();
  const { createLiveSessions: [session] } = await ask<{ createLiveSessions: { id: string }[] }>(administrator, 'mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }', { cohort: cohort?.id, input: { title: 'Case discussion', startsAt: new Date(Date.now() - 600_000).toISOString(), endsAt: new Date(Date.now() + 3_000_000).toISOString(), timeZone: 'UTC', link: 'https://meet.example.org/room' } });

  await ask(guest, 'mutation { signIn(email: "gus@example.org", password: "a password of his own") { roles } }');
  const { page, troubles } = await watchedTab(guest);
  await page.goto('/home');
  await page.getByRole('navigation').getByRole('link', { name: 'Cohorts' }).click();
  await page.getByRole('link', { name: cohort?.name ?? '' }).click();
  await page.getByRole('table', { name: /^Learners/ }).waitFor();
  expect(await page.getByRole('button', { name: /Enrol/ }).count()).toBe(0);
  await picture(page, 'guest-cohort');
  expect(await page.getByText(/may not open|went wrong|does not allow/).allInnerTexts()).toEqual([]);
  await page.goto(`/sessions/${session?.id}`);
  await page.getByRole('button', { name: 'Show the code' }).waitFor();
  await picture(page, 'guest-session');
  for (const part of ['gradebook', 'schedule', 'sessions', 'completion', 'evaluation', 'certificates', 'mails', 'places', 'settings']) {
    await page.goto(`/cohorts/${cohort?.id}/${part}`);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    await picture(page, `guest-${part}`);
  }
  // A screen that is left ends its stream.
  expect(troubles.filter((trouble) => !/\/live net::ERR_ABORTED/.test(trouble))).toEqual([]);

  await desk.goto('/organisation/permissions');
  await desk.getByLabel('Find what can be done').fill('roll');
  await desk.getByRole('row', { name: /Marks people on the roll/ }).getByText('Coordinator, Facilitator').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  await picture(desk, 'permissions');
  await Promise.all([administrator.close(), guest.close()]);
});

test('somebody registers with a code, confirms her address, is let in, and finds her course', async () => {
  const [administrator, guest] = [await newBrowser(browser, { baseURL: home }), await newBrowser(browser, { baseURL: home })];
  const [desk, page] = [await administrator.newPage(), await guest.newPage()];
  await signInByClick(desk, { ...product, url: home }, 'Noor Rahman');
  const { cohorts } = await ask<{ cohorts: { nodes: { id: string; name: string }[] } }>(administrator, '{ cohorts { nodes { id name } } }');
  const cohort = cohorts.nodes.at(-1);
  await desk.goto(`/cohorts/${cohort?.id}/places`);
  await desk.getByLabel('Let each in by hand').click();
  await desk.getByText('Saved.').waitFor();
  await desk.getByLabel('People can register themselves').click();
  const code = (await desk.locator('code.address').innerText()).split('/').at(-1) ?? '';
  expect(await axeFindings(desk)).toEqual([]);

  await page.goto('/join');
  await page.getByLabel('The code that you were given').fill(`${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: `Register for ${cohort?.name}` }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'register');
  await page.getByLabel('Your name').fill('Wilma Newman');
  await page.getByLabel('E-mail address').fill('wilma@example.org');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByText('Look into your mail.').waitFor();
  await page.goto(/\/join\/confirm\/[\w-]+/.exec(await mailed('wilma@example.org'))?.[0] ?? 'no link');
  await page.getByRole('button', { name: 'This address is mine' }).click();
  await page.getByText('Your address is confirmed.').waitFor();

  await desk.reload();
  await desk.getByRole('button', { name: 'Let Wilma Newman in' }).waitFor();
  await picture(desk, 'registered');
  await desk.getByRole('button', { name: 'Let Wilma Newman in' }).click();
  await desk.getByText('Wilma Newman is in. A mail is on its way.').waitFor();
  await page.goto(/\/join\/confirm\/[\w-]+/.exec(await mailed('wilma@example.org'))?.[0] ?? 'no link');
  await page.getByRole('button', { name: 'This address is mine' }).click();
  await page.getByRole('heading', { name: /Wilma/ }).waitFor();
  await page.getByText('Becoming a provider').first().waitFor();
  await Promise.all([administrator.close(), guest.close()]);
});

/** The mail that asked an address to confirm, once it has come. */
async function mailed(address: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = mails.to(address).map(({ mail }) => mail.text ?? '').find((text) => text.includes('/join/confirm/'));
    if (found !== undefined) return found;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`No mail came to ${address}.`);
}

/** Keeps a picture to look at, where somebody wants them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
