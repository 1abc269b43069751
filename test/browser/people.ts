import type { Progress } from '@preceptor/tracking';
import type { APIResponse, Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { newBrowser } from './chromium.js';
import type { Product } from './product.js';

/** The demo's people whom the tests speak of. */
export type Name =
  | 'Dana Whitfield' | 'Amara Nwosu' | 'Elliot Marsh' | 'Noor Rahman' | 'Maya Lindholm' | 'Deshawn Carter' | 'Ravi Menon' | 'Lucía Ortega' | 'Tunde Afolabi'
  | 'Fatima Zahra' | 'Oskar Nowak' | 'Leila Haddad' | 'Peter Adair' | 'Hye-jin Park' | 'Ingrid Solheim';

/** Opens the sign-in page and signs in by the one click that the demo offers. */
export async function signInByClick(page: Page, product: Product, name: Name): Promise<void> {
  await page.goto(product.url);
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** A browser in which somebody is signed in already, for tests about something else. */
export async function browserOf(browser: Browser, product: Product, name: Name, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await newBrowser(browser, { baseURL: product.url, ...options });
  const { demoPeople } = await ask<{ demoPeople: { accountId: string; name: string }[] }>(context, '{ demoPeople { accountId name } }');
  const accountId = demoPeople.find((person) => person.name === name)?.accountId;
  await ask(context, 'mutation ($accountId: ID!) { signInAsDemo(accountId: $accountId) { roles } }', { accountId });
  return context;
}

/** What the server knows, asked with the cookie of whoever is signed in. Throws where it refuses. */
export async function ask<T>(context: BrowserContext, query: string, variables: object = {}): Promise<T> {
  const response: APIResponse = await context.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = await response.json() as { data: T | null; errors?: { message: string }[] };
  if (data === null || errors !== undefined) throw new Error(`refused: ${errors?.map((error) => error.message).join('; ')}`);
  return data;
}

export interface Enrolment { id: string; progress: Progress }

/** The first course of whoever is signed in, with her progress as the server has it. */
export async function enrolmentOf(context: BrowserContext): Promise<Enrolment> {
  const { viewer } = await ask<{ viewer: { enrolments: { edges: { node: Enrolment }[] } } }>(context, '{ viewer { enrolments(first: 1) { edges { node { id progress } } } } }');
  const enrolment = viewer.enrolments.edges[0]?.node;
  if (enrolment === undefined) throw new Error('not enrolled in anything');
  return enrolment;
}
