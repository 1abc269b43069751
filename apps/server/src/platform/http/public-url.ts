import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';

const host = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i;

/** The address by which people reach this server, without a slash at the end: PUBLIC_URL, else that by which the request came. */
export function publicUrl({ publicUrl: set, publicUrlSet }: Pick<Config, 'publicUrl' | 'publicUrlSet'>, request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return publicUrlSet || !host.test(request.host) ? set : `${request.protocol}://${request.host}`;
}
