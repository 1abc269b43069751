/**
 * Bundles the player into a classic script, style included: `dist/player.js` for packages, `dist/hosted.js` for
 * Preceptor itself, `dist/preview.js` for one question alone before whoever writes it. What only some pages need are its companions (`dist/cmi5.js`, `dist/kinds.js`), which take from the
 * player what it has (src/companions). Its own words lie beside it, a file a language (`dist/words/`), because a page
 * holds those that it needs. Classic, because a module script does not load from `file://`; few files, because a
 * package's first lesson must be readable with two requests.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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
  bundle: true,
  minify: true,
  target,
  charset: 'utf8',
  conditions: ['source'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  tsconfigRaw: '{}',
  logLevel: 'warning',
};

/** What a companion imports and the player offers it (src/companions/offered-to-….ts) is no second time in it. */
const takenFromPlayer = (companion) => ({
  name: 'taken-from-player',
  async setup(bundler) {
    const offered = await offeredTo(companion);
    bundler.onResolve({ filter: /./ }, ({ path, resolveDir }) => {
      const name = path.startsWith('.') ? relative(join(here, 'src'), join(resolveDir, path)).replaceAll(sep, '/').replace(/\.js$/, '') : path;
      return offered.has(name) ? { path: name, external: true } : undefined;
    });
  },
});

/** @returns {Promise<Set<string>>} names of packages, and of the player's own modules by their path below `src` */
async function offeredTo(companion) {
  const text = await readFile(join(here, `src/companions/offered-to-${companion}.ts`), 'utf8');
  return new Set([...text.matchAll(/^  '([^']+)':/gm)].map(([, name]) => name));
}

/** A companion is loaded before the player and runs when the player calls for it (src/companions/meet.ts). */
const companion = (name) => ({
  ...options, entryPoints: { [name]: join(here, `src/companions/${name}.ts`) }, format: 'cjs', plugins: [takenFromPlayer(name), styleAsText],
  banner: { js: 'document.addEventListener("preceptor:player",({detail})=>{const module={exports:{}},exports=module.exports,require=(module)=>detail.offered.' + name + '[module];' },
  footer: { js: `detail.take("${name}",module.exports)},{once:true});` },
});
// Packages carry one, the server sends the other to its own learners: neither has what only the other needs.
const bundles = [
  { ...options, entryPoints: { player: join(here, 'src/main.tsx'), hosted: join(here, 'src/hosted.tsx'), preview: join(here, 'src/preview/index.tsx') }, format: 'iife', plugins: [styleAsText] },
  companion('cmi5'),
  companion('kinds'),
];

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
    for (const bundle of bundles) {
      const watcher = await context({ ...bundle, outdir, plugins: [...bundle.plugins, rebuilt] });
      await watcher.rebuild();
      await watcher.watch();
    }
  } else await Promise.all(bundles.map((bundle) => build({ ...bundle, outdir })));
  return Promise.all(bundles.flatMap(({ entryPoints }) => Object.keys(entryPoints)).map(async (name) => {
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

/** Writes every language's words to a file of its own, and those of the kinds apart to another. */
async function writeWords(folder) {
  const bundled = await build({ entryPoints: [join(here, 'src/words/index.ts')], bundle: true, write: false, format: 'esm', charset: 'utf8', tsconfigRaw: '{}', logLevel: 'silent' });
  const { pages, kindPages } = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'kinds'), { recursive: true });
  for (const [place, all] of [[folder, pages], [join(folder, 'kinds'), kindPages]]) {
    await Promise.all(Object.entries(all).map(([language, words]) => writeFile(join(place, `${language}.json`), JSON.stringify(words))));
  }
}

if (process.argv[1] !== undefined && (await stat(process.argv[1])).ino === (await stat(import.meta.filename)).ino) {
  for (const { path, gzipBytes } of await buildPlayer({ watch: process.argv.includes('--watch') })) console.log(`${path}: ${(gzipBytes / 1024).toFixed(1)} KB gzipped`);
}
