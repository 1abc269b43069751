import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

interface Codegen { generateClient(options: { schemaPath: string; documents: string; out: string; check: boolean }): Promise<boolean> }
const codegen = async () => await import(new URL('../../apps/web/codegen.mjs', import.meta.url).href) as Codegen;
const schemaPath = 'apps/server/schema.graphql';

test('the typed client of the web app fits the schema; npm run generate brings it up to date', async () => {
  const { generateClient } = await codegen();
  expect(await generateClient({ schemaPath, documents: 'apps/web/src', out: 'apps/web/src/generated/graphql.ts', check: true })).toBe(true);
});

test('the types of what the player asks fit the schema; npm run generate brings them up to date', () => {
  // In a process of its own: the module of documents is read by an import that Jest's own loader does not know.
  const options = JSON.stringify({ schemaPath, module: 'apps/player/src/delivery/hosted/documents.ts', out: 'apps/player/src/generated/graphql.ts', check: true });
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', `const { generateTypes } = await import('./apps/web/codegen.mjs'); console.log(await generateTypes(${options}))`], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(stdout.trim()).toBe('true');
});
