import { describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnosticsMarkdown } from './diagnostics/document.js';
import { generateSchemas } from './source/json-schemas.js';

const docs = join(import.meta.dirname, '../../../docs');
const schemas = generateSchemas();

describe('what is generated into docs (npm run generate)', () => {
  test('docs/diagnostics.md lists every code as the compiler knows it', async () => {
    expect(await readFile(join(docs, 'diagnostics.md'), 'utf8')).toBe(diagnosticsMarkdown());
  });

  test.each(Object.keys(schemas))('docs/schemas/%s is what the compiler checks', async (name) => {
    expect(JSON.parse(await readFile(join(docs, 'schemas', name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schemas[name])));
  });

  test('docs/schemas holds no schema that the compiler no longer knows', async () => {
    expect((await readdir(join(docs, 'schemas'))).sort()).toEqual(Object.keys(schemas).sort());
  });
});
