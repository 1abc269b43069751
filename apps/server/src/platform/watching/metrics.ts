import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type OperationDefinitionNode } from 'graphql';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { platformErrors } from '../errors.js';
import { sameText } from './same-text.js';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What a server counts of itself, in Prometheus' text format (version 0.0.4). Labels are routes, root fields and codes
 * of errors, all of them bounded by the program: nothing of anybody's data is one.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({ name: 'preceptor_http_request_seconds', help: 'HTTP requests by route and status, from the first byte to the answer.', labelNames: ['method', 'route', 'status'], buckets: seconds, registers: [this.registry] });
  readonly #operations = new Histogram({ name: 'preceptor_graphql_operation_seconds', help: 'GraphQL operations by their first root field.', labelNames: ['field'], buckets: seconds, registers: [this.registry] });
  readonly #errors = new Counter({ name: 'preceptor_graphql_errors_total', help: 'GraphQL errors by code.', labelNames: ['code'], registers: [this.registry] });

  constructor() { collectDefaultMetrics({ register: this.registry }); }

  /** Counts requests, and answers GET /metrics: to whoever knows the token; without one, to this machine alone. */
  serve(fastify: FastifyInstance, token: string | null): void {
    fastify.addHook('onResponse', async (request, reply) => {
      this.#requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    });
    fastify.get('/metrics', async (request, reply) => {
      if (!mayRead(request, token)) throw platformErrors.NOT_FOUND();
      return reply.type(this.registry.contentType).send(await this.registry.metrics());
    });
  }

  /** Counts GraphQL operations. */
  plugin(): ApolloServerPlugin {
    return {
      requestDidStart: async () => {
        const began = performance.now();
        return {
          willSendResponse: async ({ operation, errors }) => {
            this.#operations.observe({ field: firstField(operation) }, (performance.now() - began) / 1000);
            for (const { extensions } of errors ?? []) this.#errors.inc({ code: String(extensions['code'] ?? 'INTERNAL') });
          },
        };
      },
    };
  }
}

/** Of an operation that is not in the schema, nothing. */
function firstField(operation: OperationDefinitionNode | undefined): string {
  const [first] = operation?.selectionSet.selections ?? [];
  return first?.kind === 'Field' ? first.name.value : 'none';
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) return sameText(request.headers.authorization ?? '', `Bearer ${token}`);
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
}
