import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a Chromium: the one that is named, CHROMIUM_PATH, or one of the usual places; null when there is none. */
export function findChromium(named?: string): string | null {
  const wanted = named ?? process.env['CHROMIUM_PATH'];
  const candidates = wanted === undefined ? places : [wanted];
  return candidates.find((place) => existsSync(place)) ?? null;
}
