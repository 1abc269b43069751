import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import yazl from 'yazl';
import { launchChromium, watchedTab } from './chromium.js';
import { ask, browserOf } from './people.js';
import { courseOfEveryKind } from './course.js';
import { type Places, placesIn } from './places.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
let places: Places;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ alsoCourses: [courseOfEveryKind] }), launchChromium()]);
  places = await placesIn(browser, product);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function coordinatorsTab(path: string): Promise<{ page: Page; troubles: string[] }> {
  const tab = await watchedTab(await browserOf(browser, product, 'Dana Whitfield', { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] }));
  await tab.page.goto(path);
  return tab;
}
const packagePage = () => `/courses/${places.course}/package`;

async function downloaded(page: Page): Promise<{ bytes: Buffer; path: string; name: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Download (the zip|it again)/ }).click()]);
  const path = await download.path();
  return { bytes: await readFile(path), path, name: download.suggestedFilename() };
}

describe('a coordinator who must send a course to a client', () => {
  test('names the LMS, makes the package, has the zip whose hash is shown, sees it in the history, and has it checked', async () => {
    const { page, troubles } = await coordinatorsTab(packagePage());
    await page.getByRole('radio', { name: 'ILIAS' }).check();
    await page.getByText('ILIAS is made for the 3rd Edition of SCORM 2004.').waitFor();
    await page.getByRole('button', { name: 'Make the package' }).click();
    await page.getByText('The package is ready').waitFor();
    const { bytes, path, name } = await downloaded(page);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(name).toMatch(/-scorm-2004-3\.zip$/);
    await page.getByRole('definition').filter({ hasText: sha256 }).waitFor();
    await page.getByRole('definition').filter({ hasText: `${bytes.length.toLocaleString('en')} bytes` }).waitFor();
    await page.getByRole('button', { name: 'Copy the SHA-256' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sha256);

    const row = page.getByRole('table', { name: /^Downloads/ }).getByRole('row').nth(1);
    await row.getByText('ILIAS').waitFor();
    await row.getByText('Dana Whitfield').waitFor();
    await row.getByText(sha256.slice(0, 12)).waitFor();
    await row.getByText('Current').waitFor();

    await page.getByRole('link', { name: 'Check a package' }).click();
    await page.getByLabel('Choose a zip').setInputFiles(path);
    await page.getByRole('heading', { name: 'An LMS should take this package' }).waitFor();
    await page.getByRole('definition').filter({ hasText: sha256 }).waitFor();
    const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download this report as a page' }).click()]);
    expect((await readFile(await report.path(), 'utf8')).toLowerCase()).toContain('<!doctype html>');
    expect(troubles).toEqual([]);
  });

  test('changes what the status says, sees at once what the LMS will show, and finds her choice again by its address', async () => {
    const { page } = await coordinatorsTab(`${packagePage()}?lms=moodle`);
    await page.getByText(/: “failed”\.$/).waitFor();
    await page.locator('summary').filter({ hasText: 'Options' }).click();
    await page.getByLabel('What the status says').selectOption({ label: 'Completed, whatever the score' });
    await page.getByText(/: “failed”\.$/).waitFor({ state: 'detached' });
    await page.getByLabel('Pass mark (%)').fill('65');
    await page.getByText(/65 % or more/).waitFor();
    await page.getByText('2 changed for this package').waitFor();
    await page.reload();
    await page.getByText(/65 % or more/).waitFor();
    await page.locator('summary').filter({ hasText: 'Options' }).click();
    expect(await page.getByLabel('What the status says').inputValue()).toBe('completed');
  });

  test('saves the options with the course, and takes them back', async () => {
    const { page } = await coordinatorsTab(`${packagePage()}?lms=other`);
    await page.locator('summary').filter({ hasText: 'Options' }).click();
    await page.getByLabel('Attempts at the final assessment').fill('3');
    await page.getByRole('button', { name: 'Save these options with the course' }).click();
    await page.getByText('as they stand with the course').waitFor();
    await page.getByText(/^The package allows 3 attempts/).or(page.getByText(/by Dana Whitfield$/)).first().waitFor();
    await page.goto(`${packagePage()}?lms=other`);
    await page.locator('summary').filter({ hasText: 'Options' }).click();
    await page.getByText(/by Dana Whitfield$/).waitFor();
    expect(await page.getByLabel('Attempts at the final assessment').inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Forget what is saved' }).click();
    await page.getByText(/by Dana Whitfield$/).waitFor({ state: 'detached' });
  });

  test('sees which client has an old version, and makes the same package of the current one', async () => {
    const instructor = await browserOf(browser, product, 'Elliot Marsh');
    const { publishCourse } = await ask<{ publishCourse: { course: { id: string } } }>(instructor, 'mutation { publishCourse(slug: "course-small") { course { id } } }');
    const { page } = await coordinatorsTab(`/courses/${publishCourse.course.id}/package?lms=totara&options=${encodeURIComponent('{"attempts":9}')}`);
    await page.getByRole('button', { name: 'Make the package' }).click();
    await downloaded(page);
    const row = page.getByRole('table', { name: /^Downloads/ }).getByRole('row').nth(1);
    await row.getByText('Current').waitFor();
    const sent = await instructor.request.post('/courses', { headers: { 'content-type': 'application/zip' }, data: await nextVersion() });
    expect(sent.status()).toBe(201);
    await page.reload();
    await row.getByText('Out of date').waitFor();
    await page.getByText('This package holds version 1.').waitFor();
    await row.getByRole('button', { name: 'Make it again with version 2' }).click();
    await page.getByText('This package holds version 1.').waitFor({ state: 'detached' });
    await page.getByText('The package is ready').waitFor();
    await downloaded(page);
    await row.getByText('Current').waitFor();
    const { course } = await ask<{ course: { packageDownloads: { nodes: { package: { lms: string; options: { attempts: number }; courseVersion: { number: number } } }[] } } }>(instructor, 'query ($id: ID!) { course(id: $id) { packageDownloads { nodes { package { lms options { attempts } courseVersion { number } } } } } }', { id: publishCourse.course.id });
    expect(course.packageDownloads.nodes.map((each) => each.package)).toEqual([2, 1].map((number) => ({ lms: 'Totara', options: { attempts: 9 }, courseVersion: { number } })));
  });

  test('prints what to click, without anything that no paper needs', async () => {
    const { page } = await coordinatorsTab(`${packagePage()}?lms=totara`);
    await page.getByRole('link', { name: 'A page of this to print or send' }).click();
    await page.getByRole('heading', { level: 1, name: 'What to click in Totara' }).waitFor();
    await page.getByText(/^Drop the zip into/).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('button', { name: 'Print' }).waitFor({ state: 'hidden' });
    await page.getByRole('navigation', { name: 'This course' }).waitFor({ state: 'hidden' });
    await page.getByText(/^From the first opening/).waitFor();
  });

  test('is told why a file is no package', async () => {
    const { page } = await coordinatorsTab('/check-package');
    await page.getByLabel('Choose a zip').setInputFiles({ name: 'letter.zip', mimeType: 'application/zip', buffer: Buffer.from('Dear Sir or Madam') });
    await page.getByRole('heading', { name: 'This file can’t be opened as a package' }).waitFor();
    await page.getByText(/letter\.zip/).first().waitFor();
  });
});

test('a learner is told whom to ask', async () => {
  const context = await browserOf(browser, product, 'Oskar Nowak');
  const page = await context.newPage();
  await page.goto(packagePage());
  await page.getByRole('heading', { name: 'Your account may not open this' }).waitFor();
  await expect(ask(context, 'query ($id: ID!) { course(id: $id) { packageDownloads { totalCount } } }', { id: places.course })).rejects.toThrow(/refused/);
});

/** The source of the small course with another label, as a zip. */
async function nextVersion(): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const entry of await readdir(courseOfEveryKind, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name === 'course.yaml') zip.addBuffer(Buffer.from((await readFile(path, 'utf8')).replace(/^version: .*$/m, 'version: 9.9.9')), 'course-small/course.yaml');
    else if (entry.isFile()) zip.addFile(path, `course-small/${path.slice(courseOfEveryKind.length + 1)}`);
  }
  zip.end();
  return buffer(zip.outputStream);
}
