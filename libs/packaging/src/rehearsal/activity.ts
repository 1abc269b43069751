import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Archive } from '../verify/archive/archive.js';
import type { Activity, PackageStandard } from '../verify/verification.js';
import { Explorer, pause, within } from './explore.js';
import type { ApiCall } from './lms-page.js';
import { startLms, type Lms } from './server.js';
import type { ActivityRehearsal } from './rehearsal.js';
import { summaryOf, type LaunchRecord } from './summary.js';

interface Play { browser: Browser; archive: Archive; standard: PackageStandard; activity: Activity; deadline: number; /** leaves in the middle and comes back */ comesBack: boolean }

const mostSteps = 1_500;
/** Clicks after which a learner leaves in the middle. */
const clicksBeforeLeaving = 2;

/** Plays one activity from its first launch to where it leads. */
export async function playActivity({ browser, archive, standard, activity, deadline, comesBack }: Play): Promise<ActivityRehearsal> {
  const began = Date.now();
  const lms = await startLms(archive, standard, activity);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', acceptDownloads: false });
  const troubles = await watched(context, lms);
  const launches: LaunchRecord[] = [];
  let steps = 0;
  let ended: ActivityRehearsal['ended'] = 'nothing-left';
  let resume: ActivityRehearsal['resume'] = 'untried';
  let firstPaint: number | null = null;
  let weight = { bytes: 0, requests: 0 };
  try {
    const first = await launch(context, lms, standard, 0, deadline);
    firstPaint = await paintOf(first.page);
    weight = { ...lms.traffic };
    const opening = await first.explorer.text();
    let session = first;
    if (comesBack) {
      while (session.explorer.clicks < clicksBeforeLeaving && !(await session.done()) && (await session.explorer.step()).clicked);
      await pause(100);
      if (!(await session.done()) && session.explorer.steps > 0 && Date.now() < deadline) {
        const before = await session.explorer.text();
        launches.push(await session.leave());
        steps += session.explorer.steps;
        session = await launch(context, lms, standard, 1, deadline);
        resume = await resumed(session, before, opening);
      }
    }
    while (true) {
      if (await session.done()) { ended = 'completed'; break; }
      if (Date.now() >= deadline) { ended = 'time'; break; }
      if (steps + session.explorer.steps >= mostSteps) { ended = 'steps'; break; }
      session.explorer.wanders = !(await session.failed());
      if (!(await session.explorer.step()).clicked) { ended = (await session.done()) ? 'completed' : Date.now() >= deadline ? 'time' : 'nothing-left'; break; }
    }
    steps += session.explorer.steps;
    await pause(100);
    launches.push(await session.leave());
  } finally {
    await within(context.close(), 1_500, undefined);
    await lms.close();
  }
  return {
    ...summaryOf(standard, launches, lms), id: activity.id, title: activity.title, launches: launches.length, steps, seconds: Math.round((Date.now() - began) / 100) / 10, ended, resume, firstPaint, ...weight,
    consoleErrors: [...troubles.errors], failedRequests: [...lms.missing, ...troubles.failed], externalRequests: [...troubles.external],
  };
}

interface Session {
  page: Page;
  explorer: Explorer;
  /** whether the activity said that it is completed or passed */
  done: () => Promise<boolean>;
  /** whether it said that it is failed, after which only what leads on is worth a click */
  failed: () => Promise<boolean>;
  /** whether anything that was kept was read at this launch */
  readBack: () => Promise<boolean>;
  /** goes away as an LMS does, by taking the course's frame away */
  leave: () => Promise<LaunchRecord>;
}

async function launch(context: BrowserContext, lms: Lms, standard: PackageStandard, number: number, deadline: number): Promise<Session> {
  lms.lrs.launch = number;
  lms.lrs.leaving = false;
  const page = await context.newPage();
  const left = (): number => Math.max(1_000, deadline - Date.now());
  await within(page.goto(`${lms.origin}/lms/`, { waitUntil: 'load', timeout: Math.min(20_000, left()) }), Math.min(20_000, left()), null);
  await pause(300);
  // Fetched as they come: a page that hangs later takes none of them away.
  const calls: ApiCall[] = [];
  const pull = async (): Promise<ApiCall[]> => {
    calls.push(...await within(page.evaluate((from) => ((window as unknown as { calls?: ApiCall[] }).calls ?? []).slice(from), calls.length), 1_500, []));
    return calls;
  };
  const explorer = new Explorer(page, deadline);
  return {
    page,
    explorer,
    done: async () => (standard === 'cmi5' ? stated(lms, /^(completed|passed)$/) : /^(completed|passed)$/.test(lastStatus(await pull()))),
    failed: async () => (standard === 'cmi5' ? stated(lms, /^failed$/) : lastStatus(calls) === 'failed'),
    readBack: async () => (standard === 'cmi5'
      ? lms.lrs.events.some((event) => event.launch === number && event.kind === 'state-read' && event.length > 0)
      : (await pull()).some(({ name, element, result }) => name.endsWith('GetValue') && /^cmi\.(suspend_data|location|core\.lesson_location)$/.test(element) && result !== '')),
    leave: async () => {
      lms.lrs.leaving = true;
      const went = await within(page.evaluate(() => {
        (window as unknown as { leaving: boolean }).leaving = true;
        const frame = document.getElementById('course');
        if (frame instanceof HTMLIFrameElement) frame.src = 'about:blank';
        return true;
      }), 1_500, false);
      if (went) {
        await pause(250);
        await pull();
      }
      for (const each of context.pages()) await within(each.close(), 1_000, undefined);
      return { calls };
    },
  };
}

function stated(lms: Lms, verb: RegExp): boolean {
  return lms.lrs.events.some(({ kind, name }) => kind === 'statement' && verb.test(name));
}

/** The status that a SCO set last, '' before it set one. */
function lastStatus(calls: readonly ApiCall[]): string {
  return calls.filter(({ name, element, error }) => name.endsWith('SetValue') && error === '0' && /^cmi\.(core\.lesson_status|completion_status)$/.test(element)).at(-1)?.value ?? '';
}

/** Whether the learner is back where she was. A page that looks like the first one from beginning to end tells nothing. */
async function resumed(session: Session, before: string, opening: string): Promise<ActivityRehearsal['resume']> {
  for (let wait = 0; wait < 6; wait += 1) {
    const now = await session.explorer.text();
    if (likeness(now, before) > 0.8 && likeness(before, opening) < 0.95) return (await session.readBack()) ? 'resumed' : 'lost';
    await pause(200);
  }
  return (await session.readBack()) ? 'kept' : 'lost';
}

/** Shared words of two texts, 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, two] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  if (one === undefined || two === undefined || one.size + two.size === 0) return 1;
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / (one.size + two.size - shared);
}

async function paintOf(page: Page): Promise<number | null> {
  const frame = page.frame('course');
  const read = (): Promise<number | null> => (frame === null ? Promise.resolve(null) : within(frame.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null), 1_500, null));
  for (let wait = 0; wait < 10; wait += 1) {
    const paint = await read();
    if (paint !== null) return Math.round(paint);
    await pause(100);
  }
  return null;
}

/** Lets nothing out of this machine, and keeps what goes wrong; each kind fifty times at most. */
async function watched(context: BrowserContext, lms: Lms): Promise<{ errors: Set<string>; failed: Set<string>; external: Set<string> }> {
  const kept = { errors: new Set<string>(), failed: new Set<string>(), external: new Set<string>() };
  const keep = (set: Set<string>, text: string): void => {
    if (set.size < 50) set.add(text.slice(0, 300));
  };
  await context.route((url) => url.origin !== lms.origin && /^https?:$/.test(url.protocol), (route) => {
    keep(kept.external, route.request().url());
    return route.abort();
  });
  await context.routeWebSocket(/.*/, (socket) => keep(kept.external, socket.url()));
  context.on('page', (page) => {
    page.on('pageerror', (error) => keep(kept.errors, error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|net::ERR_|favicon/.test(message.text())) keep(kept.errors, message.text());
    });
    page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
    page.on('crash', () => keep(kept.errors, 'The page crashed.'));
  });
  return kept;
}
