import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { roomViolations } from './rooms.js';

const root = resolve(import.meta.dirname, '../..');

test('every import of Preceptor keeps the rules between rooms', async () => {
  expect(await roomViolations(root)).toEqual([]);
});

describe('an import that breaks a rule is named, with the rule', () => {
  let house: string;
  beforeEach(async () => { house = await mkdtemp(join(tmpdir(), 'house-')); });
  afterEach(async () => { await rm(house, { recursive: true }); });

  const broken: [string, Record<string, string>, string, RegExp][] = [
    ['a library that uses a framework', { 'libs/course/src/a.ts': "import { Module } from '@nestjs/common';" }, '@nestjs/common', /^rule 1/],
    ['a library that imports an app', { 'libs/packaging/src/a.ts': "import { x } from '@preceptor/server';" }, '@preceptor/server', /^rule 1/],
    ['scoring that uses a Node API', { 'libs/assessment/src/a.ts': "import { readFile } from 'node:fs';" }, 'node:fs', /^rule 1/],
    ['a browser type of course that uses a Node API', { 'libs/course/src/delivery.ts': "import { join } from 'path';" }, 'path', /^rule 1/],
    ['an import against the direction', { 'libs/course/src/a.ts': "import { x } from '@preceptor/tracking';" }, '@preceptor/tracking', /^rule 2/],
    ['a path into another room', { 'apps/cli/src/a.ts': "import { x } from '../../../libs/course/src/b.js';" }, '../../../libs/course/src/b.js', /^rule 2/],
    ['an app that imports another', { 'apps/web/src/a.tsx': "import { x } from '@preceptor/server';" }, '@preceptor/server', /^rule 2/],
    ['a circle of files', { 'libs/course/src/a.ts': "import { b } from './b.js';", 'libs/course/src/b.ts': "export * from './a.js';" }, 'libs/course/src/b.ts -> libs/course/src/a.ts', /^rule 2: no circle/],
    ["another module's entity", { 'apps/server/src/cohorts/cohorts.service.ts': "import { Account } from '../identity/account.entity.js';" }, '../identity/account.entity.js', /^rule 3/],
    ['a resolver that queries', { 'apps/server/src/cohorts/cohorts.resolver.ts': "import { DataSource } from 'typeorm';" }, 'typeorm', /^rule 4/],
    ['a screen that knows an LMS standard', { 'apps/player/src/screens/lesson.tsx': "import { x } from '../trackers/scorm-1.2/tracker.js';" }, '../trackers/scorm-1.2/tracker.js', /^rule 5/],
    ['a name that says nothing', { 'apps/web/src/utils/a.ts': 'export const a = 1;' }, '(its own name)', /nothing is named/],
  ];
  test.each(broken)('%s', async (_what, files, imports, rule) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(house, file)), { recursive: true });
      await writeFile(join(house, file), text);
    }
    const found = await roomViolations(house);
    expect(found).toEqual([expect.objectContaining({ file: Object.keys(files)[0], imports, rule: expect.stringMatching(rule) })]);
  });
});
