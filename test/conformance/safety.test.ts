import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Request } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startCmi5Lms } from './cmi5/lms.js';
import { Learner } from './learner.js';
import { startLms } from './lms.js';

/** A package runs in a stranger's page: what it may not do there. */
let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

interface Host { url: string; close: () => Promise<void> }

describe.each(['scorm-1.2', 'cmi5'] as const)('a %s package in the page of an LMS', (standard) => {
  let built: BuiltPackage;
  let lms: Host;
  beforeAll(async () => {
    built = await buildPackage('course-small', standard);
    // The record store at another host is the hardest case that cmi5 has.
    lms = standard === 'cmi5' ? await startCmi5Lms({ folder: built.folder, elsewhere: true }) : await startLms({ folder: built.folder, standard });
  });
  afterAll(async () => {
    await lms.close();
    await built.remove();
  });

  test('has a page without a script or a style in its text, whose policy allows only itself', async () => {
    const source = await readFile(join(built.folder, 'index.html'), 'utf8');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${lms.url}/course/index.html`);
    const found = await page.evaluate(() => ({
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
      policyFirst: document.querySelector('script, link, style')?.previousElementSibling !== null,
      inline: [...document.querySelectorAll('script:not([src])')].map((script) => script.getAttribute('type')),
      sources: [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src')),
      styles: document.querySelectorAll('style, [style], link[rel="stylesheet"]').length,
      handlers: [...document.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].map(({ name }) => name)).filter((name) => name.startsWith('on')),
    }));
    await context.close();
    expect(source).not.toMatch(/javascript:/i);
    // What is inline is data: no browser runs it.
    expect(found).toMatchObject({ policyFirst: true, inline: ['application/json'], sources: standard === 'cmi5' ? ['cmi5.js', 'player.js'] : ['player.js'], styles: 0, handlers: [] });
    const rules = new Map(found.policy.split(';').map((rule) => rule.trim().split(' ')).map(([name = '', ...allowed]) => [name, allowed.join(' ')]));
    expect([rules.get('default-src'), rules.get('script-src'), rules.get('style-src'), rules.get('base-uri'), rules.get('form-action')]).toEqual(["'none'", "'self'", "'self'", "'none'", "'none'"]);
    expect(rules.get('connect-src')).toBe(standard === 'cmi5' ? "'self' https: http:" : "'self'");
    expect(found.policy).not.toMatch(/unsafe|\*/);
  });

  test('has no script that makes code of text, or that leaves a name to the page', async () => {
    const scripts = (await readdir(built.folder, { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      const tree = parse(await readFile(join(built.folder, name), 'utf8'), { ecmaVersion: 'latest', sourceType: 'script' });
      // One statement that is an expression: whatever is declared is declared inside of it.
      expect([name, ...new Set(tree.body.map(({ type }) => type))]).toEqual([name, 'ExpressionStatement']);
      const made: string[] = [];
      simple(tree, {
        Identifier: ({ name: said }) => void (/^(eval|Function)$/.test(said) && made.push(said)),
        CallExpression: ({ callee, arguments: [first] }) => void (callee.type === 'Identifier' && /^set(Timeout|Interval)$/.test(callee.name) && first?.type === 'Literal' && made.push(callee.name)),
        ImportExpression: () => void made.push('import()'),
      });
      expect([name, made]).toEqual([name, []]);
    }
  });

  test('played to its end asks nobody for anything, breaks no rule of its page, and leaves no name on the window', async () => {
    const context = await browser.newContext();
    const broken: string[] = [];
    await context.exposeFunction('tellBroken', (rule: string) => void broken.push(rule));
    await context.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => (window as unknown as { tellBroken: (rule: string) => void }).tellBroken(`${violatedDirective} ${blockedURI}`)));
    const page = await context.newPage();
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await page.goto(`${lms.url}/frame`);
    const frame = await page.waitForSelector('#course').then((element) => element.contentFrame());
    if (frame === null) throw new Error('no frame holds the course');
    const learner = new Learner(frame, built.course);
    const inline = new Set<string>();
    await learner.play({
      until: async (screen) => {
        for (const found of await inlineIn(frame)) inline.add(`${screen}: ${found}`);
        return screen === 'course-result';
      },
    });
    expect([...inline]).toEqual([]);
    expect(await namesOf(frame)).toEqual(await namesOfAnEmptyPage(context, `${lms.url}/left`));
    const abroad = asked.filter((request) => request.frame() === frame && !request.url().startsWith(`${lms.url}/course/`) && !request.url().startsWith('data:'));
    const store = new RegExp(`^http://localhost:${new URL(lms.url).port}/(lrs|token)/`);
    expect(abroad.map((request) => request.url()).filter((url) => standard !== 'cmi5' || !store.test(url))).toEqual([]);
    expect(abroad.length > 0).toBe(standard === 'cmi5');
    expect(broken).toEqual([]);
    // A rule that is broken would have been heard: one is.
    await frame.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.leaked = true;';
      document.body.append(script);
    });
    for (const end = Date.now() + 20_000; broken.length === 0 && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(broken).toEqual(['script-src-elem inline']);
    expect(await frame.evaluate(() => 'leaked' in window)).toBe(false);
    await context.close();
  });
});

/** Scripts, styles and handlers that stand in the document as text. */
function inlineIn(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => [
    ...[...document.querySelectorAll('script:not([src]):not([type="application/json"]), style')].map(({ localName }) => localName),
    ...[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => `${element.localName} ${name}`)),
  ]);
}

const namesOf = (place: Frame): Promise<string[]> => place.evaluate(() => Object.getOwnPropertyNames(window).sort());

async function namesOfAnEmptyPage(context: BrowserContext, url: string): Promise<string[]> {
  const page = await context.newPage();
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Empty</title>' }));
  await page.goto(url);
  return namesOf(page.mainFrame());
}
