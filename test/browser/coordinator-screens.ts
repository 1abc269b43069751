import type { Screen } from './every-screen.js';
import { go } from './go.js';

/** The coordinator's desk beyond the table of learners, and what stands around it: a line for each screen. */
export const coordinatorScreens: Screen[] = [
  { name: 'gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.getByRole('table', { name: /^Marks/ }).waitFor(); } },
  { name: 'a mark of the gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.locator('button.mark.marked').first().click(); await page.getByRole('button', { name: 'Change the mark' }).waitFor(); } },
  { name: 'how a grade was computed', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.locator('button.mark.strong').first().click(); await page.getByRole('heading', { name: 'How it was computed' }).waitFor(); } },
  { name: 'weights of the gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.getByRole('button', { name: 'Weights and categories' }).click(); await page.getByRole('button', { name: 'Add a category' }).waitFor(); } },
  { name: 'settings of the organisation', who: 'Noor Rahman', open: (page) => go(page, '/organisation') },
  { name: 'my account', who: 'Noor Rahman', open: (page) => go(page, '/account'), goOn: async (page) => { await page.getByRole('button', { name: 'Set up a second step' }).click(); await page.getByRole('img', { name: /QR code/ }).waitFor(); } },
  { name: "a cohort's settings", who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/settings`); await page.getByLabel('Places').waitFor(); }, goOn: async (page) => { await page.getByLabel('Places').fill('none'); await page.getByRole('button', { name: 'Save the settings' }).click(); await page.getByText('Places are a whole number').waitFor(); } },
  { name: 'audit', who: 'Noor Rahman', open: async (page) => { await go(page, '/audit'); await page.getByRole('table', { name: /^Changes/ }).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Check the trail' }).click(); await page.getByText(/^The chain holds/).waitFor(); } },
];
