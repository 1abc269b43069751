import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import send from '@fastify/send';
import { type PackageFile, readFileBytes } from '@preceptor/packaging';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers with a file on disk: ranges, so that films can be wound, and conditional requests. */
export async function sendFromDisk(request: FastifyRequest, reply: FastifyReply, path: string, type: string): Promise<FastifyReply> {
  const { statusCode, headers, stream } = await send(request.raw, encodeURIComponent(basename(path)), { root: dirname(path), contentType: false, dotfiles: 'allow', cacheControl: false });
  return reply.code(statusCode).headers(headers).type(type).header('cache-control', 'private, no-cache').send(stream);
}

/** Answers with one file of a package. */
export function sendPackageFile(request: FastifyRequest, reply: FastifyReply, file: PackageFile): Promise<FastifyReply> | FastifyReply {
  if ('file' in file.source) return sendFromDisk(request, reply, file.source.file, file.type);
  return reply.type(file.type).header('cache-control', 'private, no-cache').header('content-length', file.size).send(Readable.from(readFileBytes(file), { objectMode: false }));
}
