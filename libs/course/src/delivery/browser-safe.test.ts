import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { join } from 'node:path';

test.each(['compiled', 'delivery'])('@preceptor/course/%s needs no Node, no parser and no schema library in a browser', async (entry) => {
  const result = await build({
    entryPoints: [join(import.meta.dirname, `../${entry}.ts`)],
    bundle: true, write: false, metafile: true, platform: 'browser', format: 'esm', conditions: ['source'], logLevel: 'silent',
  });
  const inputs = Object.keys(result.metafile.inputs);
  expect(inputs.filter((path) => /node_modules/.test(path))).toEqual([]);
  expect(inputs.length).toBeGreaterThan(0);
});
