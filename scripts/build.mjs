/**
 * Builds what changed: libraries, server and command line by swc file by file, the player by esbuild, the web app by
 * Vite. A room is rebuilt when the digest of its sources differs from the one kept in its `dist/.built`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { transform } from '@swc/core';

const root = dirname(import.meta.dirname);
/** The rooms that swc builds. */
export const libraries = ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging', 'apps/cli', 'apps/server'];
/** What else a room's output is made from. */
const bundles = {
  'apps/player': { from: ['apps/player', 'libs/assessment/src', 'libs/course/src', 'libs/tracking/src'], build: buildPlayer },
  'apps/web': { from: ['apps/web', 'libs/assessment/src', 'libs/course/src', 'libs/tracking/src'], build: buildWeb },
};

/**
 * Builds the rooms asked for.
 * @param {{ rooms?: string[], log?: (line: string) => void }} [options] rooms: paths such as `apps/player`; all when left out
 * @returns {Promise<string[]>} the rooms that were rebuilt
 */
export async function build({ rooms, log = console.log } = {}) {
  const wanted = (room) => rooms === undefined || rooms.includes(room);
  const rebuilt = [];
  const step = async (room, from, run) => {
    if (!wanted(room)) return;
    const digest = await digestOf(from);
    const mark = join(root, room, 'dist/.built');
    if ((await readFile(mark, 'utf8').catch(() => '')) === digest) return;
    const began = performance.now();
    await run(room);
    await writeFile(mark, digest);
    rebuilt.push(room);
    log(`built ${room} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  await Promise.all(libraries.map((room) => step(room, [`${room}/src`], compile)));
  for (const [room, { from, build: run }] of Object.entries(bundles)) await step(room, from, run);
  return rebuilt;
}

const compile = (room) => compileTypeScript(join(root, room, 'src'), join(root, room, 'dist'));

/** Turns every TypeScript file under `source` into JavaScript under `out`, which is emptied first. */
export async function compileTypeScript(source, out) {
  await rm(out, { recursive: true, force: true });
  const swcrc = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  delete swcrc.$schema;
  // Nobody maps them back when the product runs; they would be two thirds of what it reads at its start.
  delete swcrc.sourceMaps;
  const files = (await filesUnder(source)).filter((file) => /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file));
  await mkdir(out, { recursive: true });
  await Promise.all(files.map(async (file) => {
    const { code } = await transform(await readFile(file, 'utf8'), { ...swcrc, swcrc: false, configFile: false, filename: file });
    const target = join(out, relative(source, file).replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }));
}

async function buildPlayer() {
  const { buildPlayer: run } = await import(pathToFileURL(join(root, 'apps/player/build.mjs')).href);
  for (const { path } of await run({})) await precompress(path);
}

async function buildWeb() {
  const vite = await import('vite');
  // Vite sets NODE_ENV to production; what runs after the build in this process must not take it for the user's word.
  const before = process.env.NODE_ENV;
  await vite.build({ root: join(root, 'apps/web'), logLevel: 'warn' });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
  const files = await readdir(join(root, 'apps/web/dist'), { withFileTypes: true, recursive: true });
  await Promise.all(files.filter((file) => file.isFile() && /\.(js|css|html|svg)$/.test(file.name)).map((file) => precompress(join(file.parentPath, file.name))));
}

/** Writes a file's compressed forms beside it, which the server sends as they are; none where they would save nothing. */
async function precompress(path) {
  const bytes = await readFile(path);
  const forms = { '.gz': await promisify(gzip)(bytes, { level: 9 }), '.br': await promisify(brotliCompress)(bytes) };
  for (const [ending, form] of Object.entries(forms)) {
    if (form.length < bytes.length) await writeFile(path + ending, form);
    else await rm(path + ending, { force: true });
  }
}

async function digestOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [join(root, 'package-lock.json'), join(root, '.swcrc'), import.meta.filename]) hash.update(await readFile(file));
  for (const path of paths) {
    for (const file of await filesUnder(join(root, path))) hash.update(relative(root, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** All files under a folder in a fixed order, without what is generated or installed. */
async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/(^|\/)(node_modules|dist)(\/|$)/.test(relative(root, entry.parentPath)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] !== undefined && (await stat(process.argv[1])).ino === (await stat(import.meta.filename)).ino) await build();
