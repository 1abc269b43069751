/** The transformer that belongs to the environment beside it: of a module stays the list of what it exports. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Such a list changes with what the module passes on from others: it is kept for one run only. */
const run = String(process.ppid) + String(Date.now());

export default {
  getCacheKey: (_source, path, { supportsDynamicImport, supportsStaticESM }) => createHash('sha256').update([run, path, supportsDynamicImport, supportsStaticESM].join('\0')).digest('hex'),
  process(source, path, { supportsDynamicImport, supportsStaticESM }) {
    // Jest's own runner passes here as well, by a loader that knows no import().
    if (!supportsDynamicImport) return { code: source };
    const loaded = `globalThis.loadNatively(${JSON.stringify(path)})`;
    if (!supportsStaticESM) return { code: `module.exports = ${loaded};` };
    return { code: [`const loaded = ${loaded};`, ...Object.keys(require(path)).map((name, i) => `const _${i} = loaded[${JSON.stringify(name)}]; export { _${i} as ${JSON.stringify(name)} };`)].join('\n') };
  },
};
