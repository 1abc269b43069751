import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { platformErrors } from '../errors.js';
import { explorerHtml, explorerScript } from './explorer-page.js';
import { failureStatus } from './failure-status.js';
import { formatError } from './format-error.js';
import { limitRule } from './limits.js';
import type { Metrics } from '../watching/metrics.js';
import { traceOperations } from '../watching/traces.js';

export interface DriverOptions extends GqlModuleOptions {
  log: Logger;
  metrics: Metrics;
  introspection: boolean;
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<object>;
}

/** What Apollo would add unasked: reports to its makers, and a hook around every field for cache headers that we never send. */
const notOurs = [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginUsageReportingDisabled()];

/** Serves the schema that Nest builds by Apollo Server at POST /graphql: JSON only, one operation a request. */
@Injectable()
export class ApolloFastifyDriver extends AbstractGraphQLDriver<DriverOptions> {
  #server: ApolloServer | null = null;

  async start(options: DriverOptions): Promise<void> {
    if (options.schema === undefined) throw new Error('The GraphQL schema was not built.');
    const server = new ApolloServer({
      schema: options.schema,
      introspection: options.introspection,
      validationRules: [limitRule],
      formatError: formatError(options.log),
      includeStacktraceInErrorResponses: false,
      allowBatchedHttpRequests: false,
      stopOnTerminationSignals: false,
      persistedQueries: false,
      plugins: [...notOurs, failureStatus, options.metrics.plugin(), traceOperations],
    });
    await server.start();
    this.#server = server;
    const fastify: FastifyInstance = this.httpAdapterHost.httpAdapter.getInstance();
    if (options.introspection) {
      fastify.get('/graphql', (_request, reply) => reply.type('text/html; charset=utf-8').send(explorerHtml));
      fastify.get('/graphql/explorer.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(explorerScript));
    }
    fastify.route({
      method: 'POST',
      url: '/graphql',
      handler: async (request, reply) => {
        if (!isJson(request.headers['content-type'])) throw platformErrors.BAD_QUERY({ says: 'Send the query as application/json.' });
        const { body, http } = await server.executeOperation(readOperation(request.body), { contextValue: await options.contextOf(request, reply) });
        if (body.kind !== 'single') throw platformErrors.BAD_QUERY({ says: '@defer and @stream are not supported.' });
        return reply.code(http.status ?? 200).type('application/json; charset=utf-8').header('cache-control', 'no-store').send(JSON.stringify(body.singleResult));
      },
    });
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}

const isJson = (type: string | undefined) => type !== undefined && /^application\/json\s*(;|$)/i.test(type);

const operation = z.object({
  query: z.string('The field "query" must hold the GraphQL operation.'),
  variables: z.record(z.string(), z.unknown(), 'The field "variables" must be an object.').nullish(),
  operationName: z.string('The field "operationName" must be a text.').nullish(),
}, 'Send one JSON object with the field "query".');
function readOperation(body: unknown): { query: string; variables?: Record<string, unknown>; operationName?: string } {
  const read = operation.safeParse(body);
  if (!read.success) throw platformErrors.BAD_QUERY({ says: read.error.issues[0]?.message ?? 'Send one JSON object with the field "query".' });
  const { query, variables, operationName } = read.data;
  return { query, ...(variables === null || variables === undefined ? {} : { variables }), ...(operationName === null || operationName === undefined ? {} : { operationName }) };
}
