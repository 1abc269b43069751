/**
 * Bundles the command line and the libraries it rests on into one file, `dist/bundle/preceptor.mjs`: a command then
 * starts in a third of the time that Node needs to load a thousand small modules.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const here = import.meta.dirname;
export const bundlePath = join(here, 'dist/bundle/preceptor.mjs');

/** A module that looks for files beside itself finds them from the bundle's place as well. */
const placesKept = {
  name: 'places-kept',
  setup(bundler) {
    bundler.onLoad({ filter: /\/(libs|apps)\/[^/]+\/src\/.*\.ts$/ }, async ({ path }) => {
      const place = JSON.stringify(relative(dirname(bundlePath), dirname(path)));
      const contents = (await readFile(path, 'utf8')).replaceAll('import.meta.dirname', `(import.meta.dirname + '/' + ${place})`);
      return { contents, loader: 'ts' };
    });
  },
};

/** Builds the bundle; two at once do not meet half of it. */
export async function bundleCommandLine() {
  const { build } = await import('esbuild');
  const temporary = `${bundlePath}.${randomBytes(4).toString('hex')}`;
  await mkdir(dirname(bundlePath), { recursive: true });
  await build({
    entryPoints: [join(here, 'src/index.ts')],
    outfile: temporary,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    // Large, and loaded by `verify` alone.
    external: ['libxml2-wasm', 'playwright-core'],
    // Half the text is read in less time; names stay, for stacks. Not by keepNames: what it puts into functions is not there in
    // the page in which `verify` has one of them run.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'error',
    tsconfigRaw: '{}',
    plugins: [placesKept],
    // Some of what is bundled is CommonJS and asks for Node's own modules by `require`.
    banner: { js: "import { createRequire as madeRequire } from 'node:module'; const require = madeRequire(import.meta.url);" },
  });
  await rename(temporary, bundlePath);
}
