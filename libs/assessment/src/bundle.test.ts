import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

test('a learner on a slow line loads at most 8 kB of scoring, and no schema library', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${import.meta.dirname}/index.ts`],
    bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, metafile: true,
  });
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('node_modules') || file.includes('/schema'))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length).toBeLessThan(8 * 1024);
});
