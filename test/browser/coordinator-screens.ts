import type { Screen } from './every-screen.js';
import { go } from './go.js';
import type { Page } from 'playwright-core';
import { sessionScreens } from './session-screens.js';

/** The coordinator's desk beyond the table of learners, and what stands around it: a line for each screen. */
export const coordinatorScreens: Screen[] = [
  // Before the cohort is full.
  { name: 'importing a roster with flaws', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/rosters/import?cohort=${cohort}`); await page.getByLabel('Choose a roster').setInputFiles({ name: 'spring.csv', mimeType: 'text/csv', buffer: Buffer.from('First name,Last name,E-mail,License type,License number,License expires,Due date\nAna,Ruiz,ana.ruiz@example.org,LCSW,A-1,12/31/2028,\nBo,Berg,bo.berg at example.org,,,,\nCy,Curie,cy@example.org,RN,7,31/31/2028,\nAna,Again,ANA.RUIZ@example.org,,,,\n,,nameless@example.org,,,,\n') }); await page.getByText('1 row can come in').waitFor(); await page.getByRole('table').waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Columns and cohort' }).click(); await page.getByLabel('Licence state').waitFor(); } },
  { name: 'gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.getByRole('table', { name: /^Marks/ }).waitFor(); } },
  { name: 'a mark of the gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.locator('button.mark.marked').first().click(); await page.getByRole('button', { name: 'Change the mark' }).waitFor(); } },
  { name: 'how a grade was computed', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.locator('button.mark.strong').first().click(); await page.getByRole('heading', { name: 'How it was computed' }).waitFor(); } },
  { name: 'weights of the gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.getByRole('button', { name: 'Weights and categories' }).click(); await page.getByRole('button', { name: 'Add a category' }).waitFor(); } },
  { name: "a cohort's schedule", who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/schedule`); await page.getByLabel('One each week').waitFor(); }, goOn: async (page) => { await page.getByLabel('Each on its own day').check(); await page.getByRole('table').first().waitFor(); } },
  {
    name: "a cohort's places", who: 'Noor Rahman',
    open: async (page, { cohort }) => {
      await inPage(page, 'mutation ($cohort: ID!, $revision: Int!) { updateCohort(cohort: $cohort, revision: $revision, input: { capacity: 1 }) { id } }', { cohort, revision: await revisionOf(page, cohort) });
      for (const name of ['Wanda Waits', 'Ingrid In-line']) await inPage(page, 'mutation ($input: EnrolInput!) { enrolOrWait(input: $input) { waiting { id } } }', { input: { cohort, name, email: `${name.split(' ')[0]?.toLowerCase()}@example.org` } });
      await go(page, `/cohorts/${cohort}/places`);
      await page.getByRole('table').waitFor();
    },
  },
  { name: 'who is at risk, how far a cohort came', who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}`); await page.getByRole('heading', { name: 'Time spent' }).waitFor(); await page.getByRole('table', { name: /^Learners/ }).waitFor(); } },
  { name: 'the next cohort like this one', who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/settings`); await page.getByRole('button', { name: 'Make a cohort like this' }).click(); await page.getByRole('dialog').getByLabel('First day').fill('2027-03-06'); await page.getByText(/^Every day moves by/).waitFor(); await page.getByText('What comes along, and what does not').click(); } },
  { name: 'days off', who: 'Noor Rahman', open: async (page) => { await inPage(page, 'mutation ($days: [DayOffInput!]!) { addDaysOff(days: $days) { day } }', { days: [{ day: '2026-12-25', name: 'Christmas Day' }, { day: '2027-03-06', name: 'Founders’ Day' }] }); await go(page, '/days-off'); await page.getByText('Founders’ Day').waitFor(); }, goOn: async (page) => { await page.getByLabel('Add days off').fill('Christmas'); await page.getByRole('button', { name: 'Add the days' }).click(); await page.getByText(/^Line 1 begins with no day/).waitFor(); } },
  { name: "a learner's days", who: 'Noor Rahman', open: async (page, places) => { await go(page, `/learners/${places.enrolments.get('Ravi Menon')}`); await page.getByText(/extended: everybody else/).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: /^Give more time/ }).click(); await page.getByRole('button', { name: 'Give this day' }).waitFor(); } },
  { name: 'taking a place back', who: 'Noor Rahman', open: async (page, places) => { await go(page, `/learners/${places.enrolments.get('Ravi Menon')}`); await page.getByRole('button', { name: /^Withdraw/ }).click(); await page.getByRole('button', { name: 'Change nothing' }).waitFor(); } },
  { name: 'days and waiting on a home', who: 'Ravi Menon', open: async (page) => { await go(page, '/home'); await page.getByText('Number 1 in line').waitFor(); await page.getByRole('list', { name: 'Due next' }).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Stop waiting' }).click(); await page.getByRole('button', { name: 'Keep my place in line' }).waitFor(); } },
  { name: 'a home on which nothing is open yet', who: 'Fatima Zahra', open: async (page) => { await go(page, '/home'); await page.getByRole('list', { name: 'Due next' }).waitFor(); } },
  ...sessionScreens,
  { name: 'settings of the organisation', who: 'Noor Rahman', open: (page) => go(page, '/organisation') },
  { name: 'an invitation that is none', who: null, open: (page) => go(page, '/invitation/something') },
  { name: 'a link to sign in', who: null, open: (page) => go(page, '/sign-in/link/something') },
  { name: 'asking for a link to sign in', who: null, open: async (page) => { await go(page, '/sign-in'); await page.getByRole('button', { name: 'Mail me a link instead' }).click(); await page.getByRole('button', { name: 'Mail me a link' }).waitFor(); } },
  { name: 'my account', who: 'Noor Rahman', open: (page) => go(page, '/account'), goOn: async (page) => { await page.getByRole('button', { name: 'Set up a second step' }).click(); await page.getByRole('img', { name: /QR code/ }).waitFor(); } },
  { name: "a cohort's settings", who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/settings`); await page.getByLabel('Places').waitFor(); }, goOn: async (page) => { await page.getByLabel('Places').fill('none'); await page.getByRole('button', { name: 'Save the settings' }).click(); await page.getByText('Places are a whole number').waitFor(); } },
  { name: 'mails', who: 'Noor Rahman', open: async (page) => { await go(page, '/mails'); await page.getByRole('link', { name: 'Your invitation' }).waitFor(); }, goOn: async (page) => { await page.getByRole('link', { name: 'Your invitation' }).click(); await page.getByRole('article', { name: 'The mail' }).waitFor(); } },
  { name: 'wording of mails', who: 'Noor Rahman', open: async (page) => { await go(page, '/mails/wording'); await page.getByText(/^Filled/).waitFor(); }, goOn: async (page) => { await page.getByLabel('Text', { exact: true }).fill('Hello {nmae}'); await page.getByText(/There is no \{nmae\} here/).waitFor(); } },
  { name: "a cohort's mails", who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/mails`); await page.getByLabel('Behind the plan', { exact: true }).waitFor(); } },
  { name: 'audit', who: 'Noor Rahman', open: async (page) => { await go(page, '/audit'); await page.getByRole('table', { name: /^Changes/ }).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Check the trail' }).click(); await page.getByText(/^The chain holds/).waitFor(); } },
  { name: "a cohort's certificates", who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/certificates`); await page.getByRole('table', { name: /^Learners/ }).waitFor(); await page.getByLabel('Certificates are issued').waitFor(); }, goOn: async (page) => { await page.getByLabel('Certificates are issued').selectOption('APPROVAL'); await page.getByRole('button', { name: 'Save how certificates' }).click(); await page.getByRole('checkbox', { name: /^Choose / }).first().check(); await page.getByRole('button', { name: /^Approve and issue/ }).click(); await page.getByText('1 certificate issued.').first().waitFor(); await page.getByRole('button', { name: /^Revoke/ }).first().click(); await page.getByRole('dialog').waitFor(); } },
  { name: "a learner's certificate, after it was issued above", who: 'Maya Lindholm', open: async (page) => { await go(page, '/home'); await page.getByRole('link', { name: 'Download my transcript' }).waitFor(); } },
  { name: 'the template of certificates', who: 'Noor Rahman', open: async (page) => { await go(page, '/organisation/certificates'); await page.getByAltText('How a certificate would look').waitFor(); }, goOn: async (page) => { await page.getByLabel('Heading').fill('For {money}'); await page.getByText('{money} is not known').waitFor(); } },
  { name: 'the template without permission', who: 'Oskar Nowak', open: async (page) => { await go(page, '/organisation/certificates'); await page.getByRole('heading', { name: 'Your account may not open this' }).waitFor(); } },
  { name: 'your data', who: 'Noor Rahman', open: async (page) => { await go(page, '/privacy'); await page.getByRole('heading', { name: 'Erase a person' }).waitFor(); }, goOn: async (page) => { await page.getByLabel('Find the person').fill('Ravi'); await page.getByRole('option', { name: /^Ravi Menon/ }).waitFor({ state: 'attached' }); } },
];

/** Asks the API as whoever is signed in in this page's browser. */
async function inPage<T = object>(page: Page, query: string, variables: object): Promise<T> {
  const answer = await page.request.post('/graphql', { data: { query, variables } });
  return ((await answer.json()) as { data: T }).data;
}

const revisionOf = async (page: Page, id: string): Promise<number> => (await inPage<{ cohort: { revision: number } }>(page, 'query ($id: ID!) { cohort(id: $id) { revision } }', { id })).cohort.revision;
