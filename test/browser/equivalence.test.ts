import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, watchedPage } from '../conformance/browser.js';
import { buildPackage } from '../conformance/built-package.js';
import { Learner } from '../conformance/learner.js';
import { startLms } from '../conformance/lms.js';
import { recordOf } from '../conformance/record.js';
import { sitDown } from '../conformance/sitting.js';
import { Client } from '../api/server.js';
import { startProduct, type Product } from './product.js';

/** What a course says of a learner in the end, wherever it was played. */
interface Outcome { completion: string; success: string; score: number | null }
/** One recorded learner: which questions of the final she does not know. */
type Missed = ReadonlySet<string>;

const small = 'course-small';
const minutes = 60_000;
let browser: Browser;
let product: Product;
beforeAll(async () => {
  browser = await launchBrowser();
  product = await startProduct({ alsoCourses: [`test/fixtures/${small}`] });
});
afterAll(async () => {
  await product.stop();
  await browser.close();
});

const learners: [string, Missed, Outcome][] = [
  ['who misses one question in ten', new Set(['truth']), { completion: 'completed', success: 'passed', score: 0.9 }],
  ['who misses four', new Set(['truth', 'match', 'fill', 'number']), { completion: 'completed', success: 'failed', score: 0.6 }],
];

describe.each(learners)('a learner %s', (_who, missed, outcome) => {
  test.each([
    ['hosted', playHosted],
    ['in a SCORM 1.2 package', (misses: Missed) => playPackaged('scorm-1.2', misses)],
    ['in a SCORM 2004 package', (misses: Missed) => playPackaged('scorm-2004-4', misses)],
  ])('%s comes out the same', async (_where, play) => {
    const found = await play(missed);
    expect({ ...found, score: found.score === null ? null : Math.round(found.score * 1000) / 1000 }).toEqual(outcome);
  }, 2 * minutes);
});

const toTheEnd = (learner: Learner, missed: Missed) =>
  learner.play({ until: (screen) => screen === 'course-result', knows: (item: Item, inAssessment) => !(inAssessment && missed.has(item.id)) });

async function playPackaged(standard: 'scorm-1.2' | 'scorm-2004-4', missed: Missed): Promise<Outcome> {
  const built = await buildPackage(small, standard);
  const lms = await startLms({ folder: built.folder, standard });
  try {
    const sitting = await sitDown(browser, lms, built.course);
    await toTheEnd(sitting.learner, missed);
    await sitting.leave();
    const { completion, success, scaled } = recordOf(lms.record(), standard);
    return { completion, success, score: scaled };
  } finally {
    await lms.close();
    await built.remove();
  }
}

async function playHosted(missed: Missed): Promise<Outcome> {
  const { enrolment, client, course } = await enrolled();
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  try {
    const [name = '', value = ''] = (client.cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: product.url }]);
    const { page } = await watchedPage(context);
    await page.goto(`${product.url}/learn/${enrolment}/`);
    await toTheEnd(new Learner(page, course), missed);
    await page.getByText('Saved', { exact: true }).first().waitFor();
  } finally {
    await context.close();
  }
  const { enrolment: found } = await client.must<{ enrolment: { progress: Outcome } }>('query ($id: ID!) { enrolment(id: $id) { progress } }', { id: enrolment });
  const { completion, success, score } = found.progress;
  return { completion, success, score };
}

/** Somebody new in the small course, on the server. */
async function enrolled(): Promise<{ enrolment: string; client: Client; course: CompiledCourse }> {
  const as = async (who: RegExp): Promise<Client> => {
    const client = new Client(product.url);
    const { demoPeople } = await client.must<{ demoPeople: { accountId: string; name: string }[] }>('{ demoPeople { accountId name } }');
    await client.must('mutation ($id: ID!) { signInAsDemo(accountId: $id) { roles } }', { id: demoPeople.find(({ name }) => who.test(name))?.accountId });
    return client;
  };
  const administrator = await as(/Noor/);
  const { publishCourse } = await administrator.must<{ publishCourse: { id: string } }>('mutation { publishCourse(slug: "course-small") { id } }');
  const password = 'a long enough password';
  const email = `${crypto.randomUUID()}@example.org`;
  const { inviteAccount } = await administrator.must<{ inviteAccount: { id: string } }>('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Somebody new', email, roles: ['LEARNER'], password } });
  const { enrol } = await administrator.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: inviteAccount.id, courseVersion: publishCourse.id } });
  const client = new Client(product.url);
  await client.must('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }', { email, password });
  const built = await buildPackage(small, 'scorm-1.2');
  await built.remove();
  return { enrolment: enrol.id, client, course: built.course };
}
