import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

test('each feature of the server is listed once: Nest starts with none twice', async () => {
  const modules = [...(await readFile(join(root, 'apps/server/src/features.ts'), 'utf8')).matchAll(/\bmodule: (\w+)/g)].map(([, name]) => name);
  expect(modules.length).toBeGreaterThan(20);
  expect(modules.toSorted()).toEqual([...new Set(modules)].toSorted());
});
