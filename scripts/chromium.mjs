/**
 * Finds a Chromium for the browser tests; on Debian as root it is installed when it is missing. The headless shell comes
 * first: the same engine without a browser's windows, which takes a quarter less of the processor.
 */
import { existsSync } from 'node:fs';
import { installDebianPackages } from './debian.mjs';

const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** @returns {string} the path of a browser, or the process ends with a sentence */
export function findChromium() {
  const found = () => [process.env['CHROMIUM_PATH'], ...places].find((place) => place !== undefined && existsSync(place));
  // A Debian that has no shell of its own has the whole browser.
  if (found() === undefined && !installDebianPackages(['chromium-headless-shell'])) installDebianPackages(['chromium']);
  const path = found();
  if (path !== undefined) return path;
  console.error('The browser tests need Chromium: install it, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
