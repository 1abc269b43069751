import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { errorsMarkdown, permissionsMarkdown, printSchemaSdl } from '@preceptor/server';
import { type GraphQLField, type GraphQLInputField, type GraphQLEnumValue, type GraphQLNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { enforceRules, fieldsWithoutRule } from '../../apps/server/src/identity/allow.js';
import { startServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => { server = await startServer(); });
afterAll(() => server.close());
const schema = () => server.app.get(GraphQLSchemaHost).schema;

describe('the schema', () => {
  test('says of every field who may use it', () => {
    expect(fieldsWithoutRule(schema())).toEqual([]);
  });

  test('does not start with a field that nobody has decided about', () => {
    const query = schema().getQueryType();
    const field = query?.getFields()['viewer'];
    if (field === undefined) throw new Error('There is no viewer.');
    const { allow, ...rest } = field.extensions;
    field.extensions = rest;
    try {
      expect(() => enforceRules(schema())).toThrow('No @Allow on Query.viewer.');
    } finally {
      field.extensions = { ...rest, allow };
    }
  });

  test('describes every type, field, argument and value', () => {
    expect(Object.values(schema().getTypeMap()).filter(({ name }) => !name.startsWith('__')).flatMap(undescribed)).toEqual([]);
  });

  test('is the committed schema.graphql: run npm run generate', async () => {
    expect(await printSchemaSdl()).toBe(await readFile(join(process.cwd(), 'apps/server/schema.graphql'), 'utf8'));
  });

  test('has the errors of docs/errors.md: run npm run generate', async () => {
    expect(errorsMarkdown()).toBe(await readFile(join(process.cwd(), 'docs/errors.md'), 'utf8'));
  });

  test('has its rules in docs/permissions.md: run npm run generate', async () => {
    expect(await permissionsMarkdown()).toBe(await readFile(join(process.cwd(), 'docs/permissions.md'), 'utf8'));
  });

  test('pages every list that can grow by at most 100', async () => {
    const admin = await server.signedIn('admin@example.org');
    const answer = await admin.ask('{ courses(first: 101) { totalCount } }');
    expect(answer.errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['first'] });
  });
});

const builtIn = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'];
function undescribed(type: GraphQLNamedType): string[] {
  const own = builtIn.includes(type.name) || type.description ? [] : [type.name];
  const parts: readonly (GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLEnumValue)[] = isEnumType(type) ? type.getValues() : isObjectType(type) ? Object.values(type.getFields()) : isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return [...own, ...parts.flatMap((part) => [
    ...(part.description ? [] : [`${type.name}.${part.name}`]),
    ...('args' in part ? part.args.filter((arg) => !arg.description).map((arg) => `${type.name}.${part.name}(${arg.name})`) : []),
  ])];
}

describe('a query that asks for too much', () => {
  const ask = (query: string) => server.client().ask(query);
  test('is refused when it nests too deep', async () => {
    const query = `{ viewer { enrolments { nodes ${'{ courseVersion { course { latestVersion { course { latestVersion { course { latestVersion { course { latestVersion { course { latestVersion { id } } } } } } } } } } } }'} } } }`;
    expect((await ask(query)).errors[0]?.extensions.code).toBe('TOO_COMPLEX');
  });
  test('is refused when it repeats fields under other names', async () => {
    expect((await ask(`{ ${Array.from({ length: 31 }, (_, n) => `a${n}: viewer { roles }`).join(' ')} }`)).errors[0]?.extensions.code).toBe('TOO_COMPLEX');
  });
  test('is refused when pages within pages could return too many things', async () => {
    expect((await ask('query ($n: Int!) { viewer { enrolments(first: $n) { nodes { attempts(first: 100) { nodes { id number startedAt submittedAt secondsLeft } } } } } }')).errors[0]?.extensions.code).toBe('TOO_COMPLEX');
  });
  test('is refused when fragments multiply it', async () => {
    const fragments = Array.from({ length: 12 }, (_, n) => `fragment f${n} on Viewer { ${n === 11 ? 'roles' : `...f${n + 1} ...f${n + 1} enrolments(first: 100) { nodes { id } }`} }`).join(' ');
    expect((await ask(`{ viewer { ...f0 } } ${fragments}`)).errors[0]?.extensions.code).toBe('TOO_COMPLEX');
  });
  test('is refused as a batch of operations', async () => {
    const response = await server.client().fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([{ query: '{ viewer { roles } }' }, { query: '{ viewer { roles } }' }]) });
    expect(response.status).toBe(400);
  });
});

describe('the page to try queries on', () => {
  test('is there in development, with no script from elsewhere', async () => {
    const page = await server.client().fetch('/graphql');
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await server.client().fetch('/graphql/explorer.js')).headers.get('content-type')).toContain('javascript');
  });
  test('is not there in production, nor is the schema told', async () => {
    const production = await startServer({ NODE_ENV: 'production' });
    try {
      expect((await production.client().fetch('/graphql')).status).toBe(404);
      expect((await production.client().ask('{ __schema { types { name } } }')).errors).toHaveLength(1);
    } finally {
      await production.close();
    }
  });
});
