import { createHash } from 'node:crypto';
import type { PlayerBoot } from '@preceptor/course/delivery';

/**
 * Everything comes from the page's own place and nothing runs from text in the page. Styles are constructed by the
 * player, so no inline style needs allowing. `'self'` also matches the folder of a page opened from `file://`.
 */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** In Preceptor itself a learner listens to what she has recorded before she hands it in. */
const policyOfHosted = contentSecurityPolicy.replace("media-src 'self'", "media-src 'self' blob:");

/** In cmi5 the LMS says only at the launch where its record store is (8.1.1), which often is another host. */
const policyOfCmi5 = contentSecurityPolicy.replace("connect-src 'self'", "connect-src 'self' https: http:");

export interface PageOptions {
  title: string;
  /** BCP 47 */
  language: string;
  direction: 'ltr' | 'rtl';
  /** relative or absolute paths of the scripts, in order; the player's is `player.js` */
  scripts?: string[];
  /** the texts of the player's scripts in order, to stand in the page itself; nothing else is then loaded from anywhere */
  inline?: string[];
}

/** The page that a learner opens: it holds what the player must know at once, and loads the player. */
export function playerPage(boot: PlayerBoot, options: PageOptions): string {
  const inline = options.inline?.map(scriptInHtml) ?? null;
  const scripts = inline === null ? (options.scripts ?? ['player.js']).map((path) => `<script defer src="${escapeHtml(path)}"></script>`) : [];
  const policy = inline === null ? policyOf(boot.standard) : policyOfOneFile(inline);
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(options.language)}" dir="${options.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    // An icon of nothing: without it a browser asks the server for /favicon.ico.
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(options.title)}</title>`,
    ...scripts,
    '</head>',
    '<body>',
    noscript(options.language),
    `<script type="application/json" id="preceptor">${jsonInHtml(boot)}</script>`,
    ...(inline ?? []).map((script) => `<script>${script}</script>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function policyOf(standard: PlayerBoot['standard']): string {
  return standard === 'cmi5' ? policyOfCmi5 : standard === 'hosted' ? policyOfHosted : contentSecurityPolicy;
}

/** The player's scripts run, each known by its digest (CSP Level 3, 2.3.1), and nothing is fetched: media stand in the page as data. */
function policyOfOneFile(scripts: readonly string[]): string {
  const digests = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return `default-src 'none'; script-src ${digests.join(' ')}; img-src data:; media-src data:; base-uri 'none'; form-action 'none'`;
}

/** A script that can't end its element or begin a comment in it (HTML, 4.12.1.3): both can stand only in texts and patterns, where the backslash changes nothing. */
function scriptInHtml(script: string): string {
  return script.replace(/<(?=\/?script|!--)/gi, '\\x3c');
}

/** In the languages of the player's own words (apps/player/src/words): what it can't say itself when it may not run. */
const withoutScript: Record<string, string> = {
  en: 'This course needs JavaScript. Allow it for this page in your browser, then open the course again.',
  es: 'Este curso necesita JavaScript. Permítalo para esta página en su navegador y vuelva a abrir el curso.',
  fr: 'Ce cours a besoin de JavaScript. Autorisez-le pour cette page dans votre navigateur, puis rouvrez le cours.',
  de: 'Dieser Kurs braucht JavaScript. Erlauben Sie es für diese Seite in Ihrem Browser und öffnen Sie den Kurs dann noch einmal.',
  ar: 'تحتاج هذه الدورة إلى JavaScript. اسمح به لهذه الصفحة في متصفحك، ثم افتح الدورة مرة أخرى.',
};

function noscript(courseLanguage: string): string {
  const [primary = 'en'] = courseLanguage.toLowerCase().split('-');
  const language = Object.hasOwn(withoutScript, primary) ? primary : 'en';
  return `<noscript><p lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">${withoutScript[language] ?? ''}</p></noscript>`;
}

/** JSON that can't end its script element or begin a comment in it (HTML, 4.12.1.3). */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
