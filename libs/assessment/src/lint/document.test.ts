import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lintCodes } from './code.js';
import { itemLintMarkdown } from './document.js';
import { examples } from './examples.js';
import { lintBank } from './lint.js';

describe('docs/item-lint.md', () => {
  test('says what the registry says (npm run generate)', async () => {
    expect(await readFile(join(import.meta.dirname, '../../../../docs/item-lint.md'), 'utf8')).toBe(itemLintMarkdown());
  });

  test.each(lintCodes)('%s is found in its flawed example, and nothing at all in the mended one', (code) => {
    const { flawed, mended } = examples[code];
    expect(lintBank(flawed.map(({ item }) => item)).findings.map((finding) => finding.code)).toContain(code);
    expect(lintBank(mended.map(({ item }) => item)).findings).toEqual([]);
  });
});
