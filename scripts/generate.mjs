/** `npm run generate`: everything that is derived from code and kept in the repository. Tests fail when it has drifted. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
const root = dirname(import.meta.dirname);
const { build } = await import('./build.mjs');
await build({ rooms: ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging', 'apps/server'] });

const course = await import('../libs/course/dist/index.js');
const { verifyMarkdown } = await import('../libs/packaging/dist/verify/index.js');
const { itemLintMarkdown } = await import('../libs/assessment/dist/lint/document.js');
const server = await import('../apps/server/dist/index.js');
const files = {
  'docs/diagnostics.md': course.diagnosticsMarkdown(),
  'docs/verify.md': verifyMarkdown(),
  'docs/item-lint.md': itemLintMarkdown(),
  'docs/errors.md': server.errorsMarkdown(),
  'docs/permissions.md': await server.permissionsMarkdown(),
  'apps/server/schema.graphql': await server.printSchemaSdl(),
  ...Object.fromEntries(Object.entries(course.generateSchemas()).map(([name, json]) => [`docs/schemas/${name}`, typeof json === 'string' ? json : `${JSON.stringify(json, null, 2)}\n`])),
};
for (const [file, text] of Object.entries(files)) {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}
const { generateClient, generateTypes } = await import('../apps/web/codegen.mjs');
await generateClient({ schemaPath: join(root, 'apps/server/schema.graphql'), documents: join(root, 'apps/web/src'), out: join(root, 'apps/web/src/generated/graphql.ts') });
await generateTypes({ schemaPath: join(root, 'apps/server/schema.graphql'), module: join(root, 'apps/player/src/delivery/hosted/documents.ts'), out: join(root, 'apps/player/src/generated/graphql.ts') });
console.log(`${Object.keys(files).length} files and the typed client are up to date`);
process.exit(0);
