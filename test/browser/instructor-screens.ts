import type { Kind } from '@preceptor/assessment';
import type { DeskPlaces } from './desk-places.js';
import type { Screen } from './every-screen.js';
import { go } from './go.js';

/** Kinds whose forms have something of their own. */
const kinds: readonly Kind[] = [
  'single-choice', 'long-text', 'script-concordance', 'branching-case', 'graphic-gap-match', 'matrix', 'slider', 'graphic-order', 'upload', 'passage', 'hotspot', 'cloze', 'extended-matching',
];

const editor = (kind: Kind): Screen<DeskPlaces> => ({
  name: `writing a question: ${kind}`, who: 'Elliot Marsh',
  open: async (page, { items }) => {
    await go(page, `/bank/items/${items.get(kind)}`);
    await page.locator('.review-bar').waitFor();
    await page.locator('.write [role=textbox]').first().waitFor();
  },
});

/** The screens on which an instructor writes questions, builds assessments of them, grades, and reads what the answers say. */
export const instructorScreens: Screen<DeskPlaces>[] = [
  { name: 'banks', who: 'Elliot Marsh', open: (page) => go(page, '/bank') },
  { name: 'a bank', who: 'Elliot Marsh', open: async (page, { bank }) => { await go(page, `/bank/${bank}`); await page.getByRole('table').waitFor(); } },
  { name: 'beginning a question', who: 'Elliot Marsh', open: async (page, { bank }) => { await go(page, `/bank/items/new?bank=${bank}`); await page.getByRole('button', { name: /^Single choice/ }).waitFor(); } },
  ...kinds.map(editor),
  { name: 'importing questions', who: 'Elliot Marsh', open: (page, { bank }) => go(page, `/bank/${bank}/import`) },
  { name: 'exporting questions', who: 'Elliot Marsh', open: async (page, { bank }) => { await go(page, `/bank/${bank}/export`); await page.getByRole('button', { name: 'Write the file' }).waitFor(); } },
  { name: 'assessments', who: 'Elliot Marsh', open: async (page) => { await go(page, '/assessments'); await page.getByRole('link', { name: 'The week’s test' }).waitFor(); } },
  { name: "an assessment's blueprint", who: 'Elliot Marsh', open: async (page, { plan }) => { await go(page, `/assessments/${plan}?step=blueprint`); await page.getByText(/\d there/).first().waitFor(); }, goOn: async (page) => { await page.getByRole('button', { name: 'Add a rule' }).click(); await page.getByRole('button', { name: /choose the questions of rule 1/ }).click(); await page.getByRole('dialog').getByLabel('Bank').waitFor(); } },
  { name: "an assessment's forms", who: 'Elliot Marsh', open: async (page, { plan }) => { await go(page, `/assessments/${plan}?step=forms`); await page.getByRole('region', { name: 'Form A' }).waitFor(); } },
  { name: "an assessment's pass mark", who: 'Elliot Marsh', open: async (page, { plan }) => { await go(page, `/assessments/${plan}?step=pass-mark`); await page.getByRole('button', { name: /^Add / }).first().waitFor(); } },
  { name: 'publishing an assessment', who: 'Elliot Marsh', open: async (page, { plan }) => { await go(page, `/assessments/${plan}?step=publish`); await page.getByRole('button', { name: 'Publish version 2' }).waitFor(); } },
  { name: 'what waits for a grader', who: 'Amara Nwosu', open: async (page) => { await go(page, '/grading'); await page.getByRole('row', { name: /A client says little/ }).waitFor(); } },
  { name: 'grading an answer', who: 'Amara Nwosu', open: async (page, { queue }) => { await go(page, `/grading/${queue}`); await page.getByRole('form', { name: 'Grade answer 1' }).waitFor(); } },
  { name: 'statistics of a course', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/statistics`); await page.getByRole('table').waitFor(); } },
  { name: 'statistics of an assessment', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/statistics/final`); await page.getByRole('table', { name: 'Items with their statistics' }).waitFor(); } },
  { name: 'changing a key', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/items/orient-01/regrade`); await page.getByRole('radio').first().waitFor(); } },
  { name: 'printing an assessment', who: 'Elliot Marsh', open: async (page, { course }) => { await go(page, `/courses/${course}/print/final`); await page.getByRole('button').first().waitFor(); } },
];
