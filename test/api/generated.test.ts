import { expect, test } from '@jest/globals';

test('the typed client fits the schema; npm run generate brings it up to date', async () => {
  const { generateClient } = await import(new URL('../../apps/web/codegen.mjs', import.meta.url).href) as { generateClient: (options: { schemaPath: string; documents: string; out: string; check: boolean }) => Promise<boolean> };
  expect(await generateClient({ schemaPath: 'apps/server/schema.graphql', documents: 'apps/web/src', out: 'apps/web/src/generated/graphql.ts', check: true })).toBe(true);
});
