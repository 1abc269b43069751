import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { features } from './features.js';
import { permissionsReference } from './identity/permissions.js';
import { platformErrors } from './platform/errors.js';
import { errorsReference } from './platform/problem.js';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

/** docs/errors.md. */
export const errorsMarkdown = (): string => errorsReference([platformErrors.table, ...features.flatMap((feature) => feature.errors)]);

/** schema.graphql, made from the resolvers of all modules; needs no database. */
export const printSchemaSdl = (): Promise<string> => withSchema((schema) => `${printSchema(lexicographicSortSchema(schema))}\n`);

/** docs/permissions.md. */
export const permissionsMarkdown = (): Promise<string> => withSchema(permissionsReference);

async function withSchema(write: (schema: GraphQLSchema) => string): Promise<string> {
  const app = await NestFactory.createApplicationContext(SchemaModule, { logger: false });
  try {
    const resolvers = features.flatMap(({ module }) => (Reflect.getMetadata('providers', module) as unknown[]).filter((provider): provider is new () => unknown => typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_name', provider)));
    return write(await app.get(GraphQLSchemaFactory).create(resolvers));
  } finally {
    await app.close();
  }
}
