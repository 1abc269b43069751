import type { Browser } from 'playwright-core';
import type { Archive } from '../verify/archive/archive.js';
import type { Activity, PackageStandard } from '../verify/verification.js';
import { playActivity } from './activity.js';
import { within } from './explore.js';
import type { ActivityRehearsal, Rehearsal } from './rehearsal.js';

export interface RehearseInput {
  archive: Archive;
  standard: PackageStandard;
  activities: readonly Activity[];
  /** path of a Chromium */
  chromium: string;
  /** most seconds for all activities together */
  seconds: number;
  signal?: AbortSignal;
}

/** Coming back is tried with the first activities alone: the others are made by the same tool. */
const left = 2;

/** Plays every activity of a package, one after the other. Throws when the browser does not start, or `signal` ends it. */
export async function rehearse({ archive, standard, activities, chromium: path, seconds, signal }: RehearseInput): Promise<Rehearsal> {
  const began = Date.now();
  const deadline = began + seconds * 1000;
  // Loaded when it is needed: it is large, and most commands never play.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: path, args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Besides what is blocked page by page: no name but this machine's own is looked up.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--autoplay-policy=no-user-gesture-required', '--mute-audio',
  ] });
  const stop = (): void => void browser.close().catch(() => {});
  signal?.addEventListener('abort', stop);
  try {
    const played: ActivityRehearsal[] = [];
    for (const [index, activity] of activities.entries()) {
      signal?.throwIfAborted();
      if (Date.now() >= deadline) break;
      // What one does not use, the next may.
      const share = Date.now() + (deadline - Date.now()) / Math.max(1, Math.min(3, activities.length - index));
      played.push(await playActivity({ browser, archive, standard, activity, deadline: Math.min(deadline, share), comesBack: index < left }));
    }
    signal?.throwIfAborted();
    return { browser: `Chromium ${browser.version()}`, seconds: rounded(began), activities: played };
  } finally {
    signal?.removeEventListener('abort', stop);
    await closed(browser);
  }
}

async function closed(browser: Browser): Promise<void> {
  await within(browser.close(), 3_000, undefined);
}

export function rounded(since: number): number {
  return Math.round((Date.now() - since) / 100) / 10;
}
