import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { playsAll } from '../conformance/breadth.js';
import { watch } from '../conformance/browser.js';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Names of the windows that the tests look through, in pixels. */
export const sizes = { phone: { width: 320, height: 640 }, tablet: { width: 768, height: 1024 }, laptop: { width: 1280, height: 800 } } as const;

/**
 * On each change a laptop is light and a phone is dark, so that each size and each scheme is looked at once; the long
 * run, and whoever keeps pictures, looks at all four.
 */
export function schemesOf(size: 'laptop' | 'phone'): ('light' | 'dark')[] {
  if (playsAll || process.env['SCREENSHOTS'] !== undefined) return ['light', 'dark'];
  return size === 'laptop' ? ['light'] : ['dark'];
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });
}

/** A browser of somebody's own: nothing is kept from another, nothing moves, and times are told as in London. */
export function newBrowser(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: sizes.laptop, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London', ...options });
}

/** A tab that notes what goes wrong in it without a word on the screen. */
export async function watchedTab(context: BrowserContext): Promise<{ page: Page; troubles: string[] }> {
  const troubles: string[] = [];
  const page = await context.newPage();
  watch(page, troubles);
  return { page, troubles };
}
