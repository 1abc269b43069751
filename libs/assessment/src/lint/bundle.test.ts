import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

test('an editor in the browser loads at most 20 kB for item lint, and no example of it', async () => {
  const { outputFiles, metafile } = await build({ entryPoints: [`${import.meta.dirname}/index.ts`], bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, metafile: true });
  expect(Object.keys(metafile.inputs).filter((file) => /node_modules|labelled|examples|document/.test(file))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length).toBeLessThan(20 * 1024);
});
