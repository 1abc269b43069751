import { chromium, type Browser, type BrowserContext, type Frame, type Page, type Request } from 'playwright-core';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A page that keeps what goes wrong in it: scripts that throw, files that don't load, rules of the page that are broken. */
export async function watchedPage(context: BrowserContext): Promise<{ page: Page; troubles: string[] }> {
  const troubles: string[] = [];
  const page = await context.newPage();
  watch(page, troubles);
  return { page, troubles };
}

export function watch(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    if (!isTakenBack(request)) troubles.push(`request: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
}

/** A page takes back what it only asks when its reader has gone on. What it was to save it may not. */
function isTakenBack(request: Request): boolean {
  if (request.failure()?.errorText !== 'net::ERR_ABORTED' || !request.url().endsWith('/graphql')) return false;
  const { query } = request.postDataJSON() as { query?: string };
  return /^\s*query\b/.test(query ?? '');
}

/** The frame that the course runs in, however deep it is. */
export async function courseFrame(page: Page): Promise<Frame> {
  await page.waitForFunction(() => {
    const deepest = (of: Window): Window => (of.frames.length > 0 ? deepest(of.frames[0] as Window) : of);
    return deepest(window).document.getElementById('preceptor') !== null;
  });
  const frame = page.frames().find((candidate) => candidate.url().includes('/course/'));
  if (frame === undefined) throw new Error('no frame shows the course');
  return frame;
}

export interface ApiCall { name: string; args: string[]; result: string; error: string }

/** Every call that the course has made on the LMS's API since the page was opened. */
export function apiCalls(lmsPage: Page): Promise<ApiCall[]> {
  return lmsPage.evaluate(() => (window as unknown as { calls: ApiCall[] }).calls);
}

/** Calls that left an error, save reading what was never set (403, SCORM 2004 4th Ed. RTE 3.1.7.6), which is how a course asks whether it was. */
export function failedCalls(calls: ApiCall[]): ApiCall[] {
  return calls.filter(({ name, error }) => error !== '0' && !(error === '403' && /GetValue$/.test(name)));
}
