import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = new URL('..', import.meta.url);
const scripts = new Map<string, string>();
beforeAll(async () => {
  const { buildPlayer } = (await import(new URL('build.mjs', root).href)) as { buildPlayer: (how: { outdir: string }) => Promise<{ path: string }[]> };
  for (const { path } of await buildPlayer({ outdir: new URL('dist/test', root).pathname })) scripts.set(basename(path), await readFile(path, 'utf8'));
}, 60_000);

describe.each(['player.js', 'hosted.js'])('%s', (name) => {
  const script = (): string => scripts.get(name) ?? '';
  test('a learner on a slow line loads at most 60 KB, style included', () => {
    expect(gzipSync(script()).length).toBeLessThanOrEqual(60 * 1024);
  });

  test('a strict content policy and a frame that forbids unload have nothing to object to', () => {
    expect(script()).not.toMatch(/\beval\(|new Function\(|"unload"|beforeunload/);
  });

  test('words in languages that a course is not in are not loaded with it', () => {
    expect(script()).not.toMatch(/Nothing is left to do|No queda nada por hacer/);
  });

  test('one classic script, which also loads from a file', () => {
    expect(script()).not.toMatch(/^\s*(import|export)\b/m);
  });
});
