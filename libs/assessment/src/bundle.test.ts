import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

test('a learner on a slow line loads at most 9.5 kB of scoring, and no schema library', async () => {
  const used = 'scoreResponse, totalScore, passes, earnedFeedback, correctResponse, viewOf, drawForm, orderOf, isAnswered, choiceIds, slotIds, choiceCount, responseLabels, plainText';
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${used} } from './index.ts';`, resolveDir: import.meta.dirname },
    bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, metafile: true,
  });
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('node_modules') || file.includes('/schema'))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length).toBeLessThan(9.5 * 1024);
});
