import { stat } from 'node:fs/promises';
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

/** What the build writes beside a script, best first. */
const codings = [['br', '.br'], ['gzip', '.gz']] as const;

/** Answers with a built script, compressed where the browser takes it so and the build has written it so. */
export async function sendScript(request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply> {
  reply.header('vary', 'accept-encoding');
  const taken = (request.headers['accept-encoding'] ?? '').split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]?.trim());
  for (const [coding, ending] of codings) {
    if (!taken.includes(coding) || !(await isAsNew(path + ending, path))) continue;
    return sendFromDisk(request, reply.header('content-encoding', coding), path + ending, 'text/javascript; charset=utf-8');
  }
  return sendFromDisk(request, reply, path, 'text/javascript; charset=utf-8');
}

/** A script that was built again without being compressed must not be answered with what it was before. */
async function isAsNew(path: string, than: string): Promise<boolean> {
  const [found, original] = await Promise.all([stat(path).catch(() => null), stat(than)]);
  return found !== null && found.mtimeMs >= original.mtimeMs;
}

/** Answers with one file of a package. */
export function sendPackageFile(request: FastifyRequest, reply: FastifyReply, file: PackageFile): Promise<FastifyReply> | FastifyReply {
  if ('file' in file.source) return sendFromDisk(request, reply, file.source.file, file.type);
  return reply.type(file.type).header('cache-control', 'private, no-cache').header('content-length', file.size).send(Readable.from(readFileBytes(file), { objectMode: false }));
}
