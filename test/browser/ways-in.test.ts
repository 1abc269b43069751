import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings } from './axe.js';
import { launchChromium, newBrowser } from './chromium.js';
import { ask, signInByClick } from './people.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
let home: string;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  // A passkey belongs to a name, never to the number of a machine.
  home = product.url.replace('127.0.0.1', 'localhost');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
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
