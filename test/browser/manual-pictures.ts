import type { Page } from 'playwright-core';
import { go } from './go.js';
import { ask, type Name } from './people.js';
import type { Places } from './places.js';

/** A picture of the coordinators' manual: `docs/images/manual/<name>.png`. */
export interface ManualPicture { name: string; who: Name | null; open(page: Page, places: Places): Promise<void>; /** what is shown; left out: the window */ part?: string }

const roster = 'First name,Last name,E-mail,License type,License number,License expires\nAna,Ruiz,ana.ruiz@example.org,LCSW,A-1,12/31/2028\nBo,Berg,bo.berg at example.org,,,\nCy,Curie,cy@example.org,RN,7,31/31/2028\n';
const session = (title: string, startsAt: string, hours: number) => ({ title, startsAt, endsAt: new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString(), timeZone: 'America/Denver', link: 'https://meet.example.org/room' });
const inDays = (days: number, hour: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** What the demo does not have of itself: sessions, one of them over. */
export async function prepareManual(page: Page, { cohort }: Places): Promise<void> {
  for (const input of [session('Opening evening', inDays(-20, 17), 2), session('Case discussion', inDays(4, 17), 2), session('Supervision', inDays(11, 17), 2)]) {
    await ask(page.context(), 'mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }', { cohort, input });
  }
}

/** In the order of the manual. */
export const manualPictures: ManualPicture[] = [
  { name: 'cohorts', who: 'Dana Whitfield', open: async (page) => { await go(page, '/cohorts'); await page.getByRole('link', { name: 'Autumn cohort' }).first().waitFor(); } },
  { name: 'roster', who: 'Dana Whitfield', open: async (page, { cohort }) => {
    await go(page, `/rosters/import?cohort=${cohort}`);
    await page.getByLabel('Choose a roster').setInputFiles({ name: 'spring.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
    await page.getByText('1 row can come in').waitFor();
    await page.getByRole('table').waitFor();
  } },
  { name: 'settings', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/settings`); await page.getByLabel('Places').waitFor(); } },
  { name: 'schedule', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/schedule`); await page.getByLabel('One each week').waitFor(); } },
  { name: 'sessions', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/sessions`); await page.getByRole('link', { name: 'Supervision' }).waitFor(); } },
  { name: 'completion', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/completion`); await page.getByLabel('Attendance at live sessions').waitFor(); } },
  { name: 'overview', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}`); await page.getByRole('table', { name: /^Learners/ }).waitFor(); } },
  { name: 'learner', who: 'Dana Whitfield', open: async (page, { enrolments }) => { await go(page, `/learners/${enrolments.get('Tunde Afolabi')}`); await page.getByRole('heading', { level: 1, name: 'Tunde Afolabi' }).waitFor(); } },
  { name: 'gradebook', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/gradebook`); await page.getByRole('table', { name: /^Marks/ }).waitFor(); } },
  { name: 'mails', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/mails`); await page.getByLabel('Behind the plan', { exact: true }).waitFor(); } },
  { name: 'certificates', who: 'Dana Whitfield', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/certificates`); await page.getByRole('table', { name: /^Learners/ }).waitFor(); await page.getByLabel('Certificates are issued').waitFor(); } },
  { name: 'template', who: 'Dana Whitfield', open: async (page) => { await go(page, '/organisation/certificates'); await page.getByAltText('How a certificate would look').waitFor(); } },
  { name: 'verified', who: null, open: async (page, { enrolments }) => {
    const { enrolment } = await asCoordinator<{ enrolment: { certificate: { verifyPath: string } } }>(page, 'query ($id: ID!) { enrolment(id: $id) { certificate { verifyPath } } }', { id: enrolments.get('Maya Lindholm') });
    await page.goto(enrolment.certificate.verifyPath);
    await page.getByText('This certificate is valid').waitFor();
  } },
];

/** What a coordinator sees by the API, where the page itself is looked at by somebody without an account. */
async function asCoordinator<T>(page: Page, query: string, variables: object): Promise<T> {
  const { demoPeople } = await ask<{ demoPeople: { accountId: string; name: string }[] }>(page.context(), '{ demoPeople { accountId name } }');
  await ask(page.context(), 'mutation ($accountId: ID!) { signInAsDemo(accountId: $accountId) { roles } }', { accountId: demoPeople.find(({ name }) => name === 'Dana Whitfield')?.accountId });
  const answer = await ask<T>(page.context(), query, variables);
  await page.context().clearCookies();
  return answer;
}
