import { basename, dirname } from 'node:path';
import send from '@fastify/send';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers with a file on disk: ranges, so that films can be wound, and conditional requests. */
export async function sendFromDisk(request: FastifyRequest, reply: FastifyReply, path: string, type: string): Promise<FastifyReply> {
  const { statusCode, headers, stream } = await send(request.raw, encodeURIComponent(basename(path)), { root: dirname(path), contentType: false, dotfiles: 'allow', cacheControl: false });
  return reply.code(statusCode).headers(headers).type(type).header('cache-control', 'private, no-cache').send(stream);
}
