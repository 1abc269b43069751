/**
 * Generates the typed client: one TypeScript file with a typed document node for every operation in `documents`.
 * The player may use it too: nothing here knows the web app.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as add from '@graphql-codegen/add';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { transform } from 'esbuild';
import { buildSchema, parse, validate } from 'graphql';

const banner = '// Generated from the schema and the .graphql files by `npm run generate`; do not edit.\n';

/**
 * @param {{ schemaPath: string, documents: string | string[], out: string, check?: boolean }} options
 *   documents: folders searched for `.graphql` files, or such files; check: write nothing, only compare
 * @returns {Promise<boolean>} whether `out` was already up to date
 * @throws where an operation does not fit the schema, with the file's name
 */
export async function generateClient({ schemaPath, documents, out, check = false }) {
  const files = (await Promise.all([documents].flat().map(graphqlFiles))).flat().sort();
  const parsed = await Promise.all(files.map(async (location) => ({ location, document: parse(await readFile(location, 'utf8')) })));
  return generate({ schemaPath, parsed, out, check, plugins: [{ add: { content: banner } }, { operations: {} }, { typed: {} }] });
}

/**
 * Generates the types of operations kept as texts in a TypeScript module, and nothing that runs: for the player, which
 * sends the texts as they are and whose every byte is in each package.
 * @param {{ schemaPath: string, module: string, out: string, check?: boolean }} options module: its exports are operations
 * @returns {Promise<boolean>} whether `out` was already up to date
 */
export async function generateTypes({ schemaPath, module, out, check = false }) {
  const { code } = await transform(await readFile(module, 'utf8'), { loader: 'ts', format: 'esm' });
  const texts = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const parsed = Object.keys(texts).sort().map((name) => ({ location: `${module}#${name}`, document: parse(texts[name]) }));
  return generate({ schemaPath, parsed, out, check, plugins: [{ add: { content: banner } }, { operations: {} }] });
}

async function generate({ schemaPath, parsed, out, check, plugins }) {
  const schema = buildSchema(await readFile(schemaPath, 'utf8'));
  const faults = parsed.flatMap(({ location, document }) => {
    const alone = parsed.length === 1 ? document : { kind: 'Document', definitions: [...document.definitions, ...fragmentsOf(parsed, location)] };
    return validate(schema, alone).filter((problem) => !/never used/.test(problem.message)).map((problem) => `${location}: ${problem.message}`);
  });
  if (faults.length > 0) throw new Error(`The operations don't fit the schema:\n${faults.join('\n')}`);
  const config = {
    useTypeImports: true, strictScalars: true, skipTypename: true, enumType: 'string-literal', enumsAsTypes: true, avoidOptionals: false,
    immutableTypes: false, documentMode: 'documentNode', dedupeFragments: true, defaultScalarType: 'unknown',
    scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
  };
  const text = await codegen({
    filename: out, schema: parse('type Query { none: Boolean }'), schemaAst: schema, documents: parsed, config,
    plugins,
    pluginMap: { add, operations, typed: typedDocumentNode },
  });
  const before = await readFile(out, 'utf8').catch(() => '');
  if (before === text) return true;
  if (!check) {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, text);
  }
  return false;
}

async function graphqlFiles(path) {
  if (path.endsWith('.graphql')) return [path];
  const entries = await readdir(path, { recursive: true });
  return entries.filter((name) => name.endsWith('.graphql')).map((name) => join(path, name));
}

function fragmentsOf(parsed, except) {
  return parsed.filter(({ location }) => location !== except)
    .flatMap(({ document }) => document.definitions.filter((definition) => definition.kind === 'FragmentDefinition'));
}
