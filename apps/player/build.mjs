/**
 * Bundles the player into a classic script, style included: `dist/player.js` for packages, `dist/hosted.js` for
 * Preceptor itself. Its own words lie beside it, a file a language (`dist/words/`), because a page holds those that it
 * needs. Classic, because a module script does not load from `file://`; one file, because a package's first lesson must
 * be readable with two requests.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build, context } from 'esbuild';

const here = import.meta.dirname;

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
  // Packages carry one, the server sends the other to its own learners: neither has what only the other needs.
  entryPoints: { player: join(here, 'src/main.tsx'), hosted: join(here, 'src/hosted.tsx') },
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
 * Builds the player's scripts and its words.
 * @param {{ watch?: boolean, onRebuild?: () => void, outdir?: string }} [how] watch: builds again on every change until
 *   the process ends, less small; outdir: where to, `dist` unless said
 * @returns {Promise<{ path: string, gzipBytes: number }[]>} the scripts, and what each weighs on the wire
 */
export async function buildPlayer({ watch = false, onRebuild, outdir = join(here, 'dist') } = {}) {
  await mkdir(outdir, { recursive: true });
  await writeWords(join(outdir, 'words'));
  if (watch) {
    const rebuilt = { name: 'rebuilt', setup: (bundler) => void bundler.onEnd((result) => void (result.errors.length === 0 && onRebuild?.())) };
    const watcher = await context({ ...options, outdir, plugins: [...options.plugins, rebuilt] });
    await watcher.rebuild();
    await watcher.watch();
  } else await build({ ...options, outdir });
  return Promise.all(Object.keys(options.entryPoints).map(async (name) => {
    const path = join(outdir, `${name}.js`);
    if (!watch) await minifyAgain(path);
    return { path, gzipBytes: gzipSync(await readFile(path), { level: 9 }).length };
  }));
}

/** A second minifier with more passes: some two kilobytes less on the wire. */
async function minifyAgain(path) {
  const { code } = await minify(await readFile(path, 'utf8'), { compress: { passes: 3, ecma: 2022, unsafe_arrows: true }, mangle: { toplevel: true }, ecma: 2022, module: false });
  await writeFile(path, code);
}

/** Writes every language's words to a file of its own. */
async function writeWords(folder) {
  const bundled = await build({ entryPoints: [join(here, 'src/words/index.ts')], bundle: true, write: false, format: 'esm', charset: 'utf8', tsconfigRaw: '{}', logLevel: 'silent' });
  const { pages } = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(pages).map(([language, words]) => writeFile(join(folder, `${language}.json`), JSON.stringify(words))));
}

if (process.argv[1] !== undefined && (await stat(process.argv[1])).ino === (await stat(import.meta.filename)).ino) {
  for (const { path, gzipBytes } of await buildPlayer({ watch: process.argv.includes('--watch') })) console.log(`${path}: ${(gzipBytes / 1024).toFixed(1)} KB gzipped`);
}
