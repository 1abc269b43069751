import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitRule } from './limits.js';

const server = new URL('../../../', import.meta.url).pathname;

test('no screen asks for more than an operation may', () => {
  const web = join(server, '../web/src');
  const documents = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql')).map((file) => readFileSync(join(web, file), 'utf8'));
  expect(documents.length).toBeGreaterThan(10);
  const schema = buildSchema(readFileSync(join(server, 'schema.graphql'), 'utf8'));
  const all = documents.join('\n');
  expect(validate(schema, parse(all), [limitRule]).map(({ message, locations }) => `${all.split('\n')[(locations?.[0]?.line ?? 1) - 1]}: ${message}`)).toEqual([]);
});
