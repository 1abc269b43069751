/**
 * Bundles the player into one classic script, style included: `dist/player.js`; its own words lie beside it, a file a
 * language (`dist/words/`), because a page holds those that it needs. Classic, because a module script does not load
 * from `file://`; one file, because a package's first lesson must be readable with two requests.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build, context } from 'esbuild';

const here = import.meta.dirname;
const standardOutfile = join(here, 'dist/player.js');
const wordsFolder = join(here, 'dist/words');

/** `import css from './x.css'` gives the minified style as a string; `@import` is followed. */
const styleAsText = {
  name: 'style-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const bundled = await build({ entryPoints: [path], bundle: true, minify: true, write: false, logLevel: 'silent', target });
      return { contents: bundled.outputFiles[0].text.trim(), loader: 'text', watchFiles: [path], watchDirs: [join(path, '..')] };
    });
  },
};
const target = ['chrome111', 'safari16.4', 'firefox115'];
const options = {
  entryPoints: [join(here, 'src/main.tsx')],
  bundle: true,
  format: 'iife',
  minify: true,
  target,
  charset: 'utf8',
  conditions: ['source'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  tsconfigRaw: '{}',
  plugins: [styleAsText],
  logLevel: 'warning',
};

/**
 * Builds the player.
 * @param {{ watch?: boolean, onRebuild?: () => void, outfile?: string }} [how] watch: builds again on every change until
 *   the process ends, less small; outfile: where to, `dist/player.js` unless said
 * @returns {Promise<{ path: string, gzipBytes: number }>} where the script is, and what it weighs on the wire
 */
export async function buildPlayer({ watch = false, onRebuild, outfile = standardOutfile } = {}) {
  await mkdir(join(here, 'dist'), { recursive: true });
  if (outfile === standardOutfile) await writeWords();
  if (watch) {
    const rebuilt = { name: 'rebuilt', setup: (bundler) => void bundler.onEnd((result) => void (result.errors.length === 0 && onRebuild?.())) };
    const watcher = await context({ ...options, outfile, plugins: [...options.plugins, rebuilt] });
    await watcher.rebuild();
    await watcher.watch();
  } else {
    await build({ ...options, outfile });
    // A second minifier with more passes: some two kilobytes less on the wire.
    const { code } = await minify(await readFile(outfile, 'utf8'), { compress: { passes: 3, ecma: 2022, unsafe_arrows: true }, mangle: true, ecma: 2022, module: false });
    await writeFile(outfile, code);
  }
  return { path: outfile, gzipBytes: gzipSync(await readFile(outfile), { level: 9 }).length };
}

/** Writes every language's words to `dist/words/<language>.json`. */
async function writeWords() {
  const bundled = await build({ entryPoints: [join(here, 'src/words/index.ts')], bundle: true, write: false, format: 'esm', charset: 'utf8', tsconfigRaw: '{}', logLevel: 'silent' });
  const { languages } = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`);
  await rm(wordsFolder, { recursive: true, force: true });
  await mkdir(wordsFolder, { recursive: true });
  await Promise.all(Object.entries(languages).map(([language, words]) => writeFile(join(wordsFolder, `${language}.json`), JSON.stringify(words))));
}

if (process.argv[1] !== undefined && (await stat(process.argv[1])).ino === (await stat(import.meta.filename)).ino) {
  const { path, gzipBytes } = await buildPlayer({ watch: process.argv.includes('--watch') });
  console.log(`${path}: ${(gzipBytes / 1024).toFixed(1)} KB gzipped`);
}
