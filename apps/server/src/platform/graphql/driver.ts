import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { platformErrors } from '../errors.js';
import { explorerHtml, explorerScript } from './explorer-page.js';
import { failureStatus } from './failure-status.js';
import { formatError } from './format-error.js';
import { limitRule } from './limits.js';

export interface DriverOptions extends GqlModuleOptions {
  log: Logger;
  introspection: boolean;
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<object>;
}

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
      plugins: [ApolloServerPluginLandingPageDisabled(), failureStatus],
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
        const { body, status, headers } = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: 'POST', body: request.body, search: '', headers: headersOf(request) },
          context: () => options.contextOf(request, reply),
        });
        for (const [name, value] of headers) reply.header(name, value);
        reply.code(status ?? 200);
        return body.kind === 'complete' ? body.string : '';
      },
    });
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}

const isJson = (type: string | undefined) => type !== undefined && /^application\/json\s*(;|$)/i.test(type);
const passed = ['content-type', 'accept', 'apollo-require-preflight', 'x-apollo-operation-name'];
function headersOf(request: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name of passed) {
    const value = request.headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  return map;
}
