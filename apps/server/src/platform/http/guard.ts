import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { platformErrors } from '../errors.js';
import { internal } from '../graphql/format-error.js';
import { Problem } from '../problem.js';

/** Largest body of a JSON request, in bytes. */
export const largestBody = 256 * 1024;

/** Headers of every answer, refusal of foreign pages, and errors in one shape. */
export function guardHttp(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onRequest', async (request, reply) => {
    // An answer of the API is no page: all that a browser need be told is not to take it for one.
    if (request.method === 'POST' && request.url === '/graphql') reply.header('x-content-type-options', 'nosniff');
    else reply.headers(securityHeaders);
    if (request.method !== 'GET' && request.method !== 'HEAD' && isForeign(request)) throw platformErrors.BAD_QUERY({ says: 'Requests from pages of other sites are refused.' });
  });
  fastify.addHook('onResponse', async (request, reply) => {
    log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}

/**
 * While the server stops, connections are closed as soon as their last request is answered: browsers keep them open. They
 * also open some before they have anything to ask; such a one is no idle connection to Node, which would wait a minute for
 * its first request. It gets half a second.
 */
export function closeConnectionsOnStop(fastify: FastifyInstance): void {
  const waiting = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    waiting.add(socket);
    socket.once('close', () => { waiting.delete(socket); });
  });
  fastify.server.on('request', ({ socket }) => { waiting.delete(socket); });
  let sweeping: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', async () => {
    const began = Date.now();
    sweeping = setInterval(() => {
      fastify.server.closeIdleConnections();
      if (Date.now() - began > 500) for (const socket of waiting) socket.destroy();
    }, 50);
  });
  fastify.addHook('onClose', async () => { clearInterval(sweeping); });
}

/** The error of a plain route, or of a GraphQL request that never reached GraphQL. */
export function errorAnswer(thrown: unknown, request: FastifyRequest, log: Logger): { status: number; body: object } {
  const problem = problemOf(thrown);
  const found = problem === null ? internal(log, thrown) : { message: problem.message, extensions: { code: problem.code, ...(problem.inputPath === null ? {} : { path: problem.inputPath }) } };
  const body = request.url.startsWith('/graphql') ? { errors: [found] } : { message: found.message, ...found.extensions };
  return { status: problem?.status ?? 500, body };
}

function problemOf(thrown: unknown): Problem | null {
  if (thrown instanceof Problem) return thrown;
  const status = statusOf(thrown);
  if (status === 413) return platformErrors.TOO_LARGE({ says: `A request may have at most ${largestBody / 1024} kB.` });
  if (status === 404) return platformErrors.NOT_FOUND();
  if (status === 503) return platformErrors.UNAVAILABLE();
  if (status !== null && status >= 400 && status < 500) return platformErrors.BAD_QUERY({ says: 'The request could not be read: it must be JSON in UTF-8, sent as application/json.' });
  return null;
}
function statusOf(thrown: unknown): number | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  if ('statusCode' in thrown && typeof thrown.statusCode === 'number') return thrown.statusCode;
  return 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : null;
}

/** A browser says where a request comes from; a program says nothing and carries no cookie unasked. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== request.host;
  } catch {
    return true;
  }
}

const securityHeaders = {
  'content-security-policy': "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
