import type { Page } from 'playwright-core';
import type { Screen } from './every-screen.js';
import { go } from './go.js';

/** Asks the API as whoever is signed in on the page. */
async function graph<T>(page: Page, query: string, variables: Record<string, unknown>): Promise<T> {
  const response = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = await response.json() as { data: T; errors?: { message: string }[] };
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}
const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
const plan = 'mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }';
const planned = async (page: Page, cohort: string, title: string, from: number): Promise<string> => (await graph<{ createLiveSessions: { id: string }[] }>(page, plan, { cohort, input: { title, startsAt: minutes(from), endsAt: minutes(from + 90), timeZone: 'America/Denver', link: 'https://meet.example.org/room', description: 'Bring a case of your own.' } })).createLiveSessions[0]?.id ?? '';
const form = 'query ($id: ID!, $kind: EvaluationKind!) { cohort(id: $id) { evaluationForm(kind: $kind) { formId title questions revision } } }';
const save = 'mutation ($cohort: ID!, $kind: EvaluationKind!, $revision: Int!, $input: EvaluationFormInput!) { saveEvaluationForm(cohort: $cohort, kind: $kind, revision: $revision, input: $input) { formId } }';
async function opened(page: Page, cohort: string): Promise<string> {
  const { cohort: { evaluationForm: { title, questions, revision, formId } } } = await graph<{ cohort: { evaluationForm: { title: string; questions: unknown; revision: number; formId: string | null } } }>(page, form, { id: cohort, kind: 'END' });
  return formId ?? (await graph<{ saveEvaluationForm: { formId: string } }>(page, save, { cohort, kind: 'END', revision, input: { title, questions, open: true } })).saveEvaluationForm.formId;
}

/** Sessions, attendance, completion and evaluation, as staff and learners meet them. */
export const sessionScreens: Screen[] = [
  { name: "a cohort's sessions before there are any", who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/sessions`); await page.getByRole('heading', { name: 'No session is planned yet' }).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Plan a session' }).first().click(); await page.getByLabel('How many in all').waitFor(); } },
  { name: "a cohort's sessions", who: 'Noor Rahman', open: async (page, { cohort }) => { await planned(page, cohort, 'Case discussion', -5); await planned(page, cohort, 'Supervision', 3000); await planned(page, cohort, 'First evening', -5000); await go(page, `/cohorts/${cohort}/sessions`); await page.getByRole('link', { name: 'Supervision' }).waitFor(); } },
  { name: 'a session', who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/sessions/${await planned(page, cohort, 'The roll', -5)}`); await page.getByRole('button', { name: 'Show the code' }).click(); await page.locator('.code').waitFor(); await page.getByRole('button', { name: 'Present', exact: true }).first().click(); await page.getByRole('button', { name: 'Show who changed what' }).click(); }, goOn: async (page) => { await page.getByRole('button', { name: 'From a meeting’s list' }).click(); await page.getByRole('button', { name: 'See what would happen' }).waitFor(); } },
  { name: 'what completing a cohort asks for', who: 'Noor Rahman', open: async (page, { cohort }) => { await go(page, `/cohorts/${cohort}/completion`); await page.getByLabel('Attendance at live sessions').check(); await page.getByLabel(/^At least how many/).first().waitFor(); } },
  { name: 'evaluation of a cohort', who: 'Noor Rahman', open: async (page, { cohort }) => { await opened(page, cohort); await go(page, `/cohorts/${cohort}/evaluation`); await page.getByText('Nobody has answered yet.').waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: /^Change Was the content/ }).click(); await page.getByLabel('Choices, one a line').waitFor(); } },
  { name: "sessions on a learner's home", who: 'Ravi Menon', open: async (page) => { await go(page, '/home'); await page.getByRole('heading', { name: 'Live sessions' }).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Make an address for my calendar' }).click(); await page.getByRole('button', { name: 'Copy the address' }).waitFor(); } },
  { name: 'saying that one is there', who: 'Ravi Menon', open: async (page) => { await go(page, '/attend'); }, goOn: async (page) => { await page.getByLabel('The code on the screen').fill('222222'); await page.getByRole('button', { name: 'I am here' }).click(); await page.getByText(/^This is no code/).waitFor(); } },
  { name: 'an evaluation form', who: 'Ravi Menon', open: async (page) => { await go(page, '/home'); await page.getByRole('link', { name: /^About this course/ }).click(); await page.getByRole('button', { name: 'Hand in my answers' }).waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Hand in my answers' }).click(); await page.getByText('This question wants an answer.').first().waitFor(); } },
];
