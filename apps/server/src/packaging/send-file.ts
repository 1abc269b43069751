import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import send from '@fastify/send';
import { type PackageFile, readFileBytes } from '@preceptor/packaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFromDisk } from '../platform/http/send-from-disk.js';

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

/**
 * Answers with a file that is known by the hash of its bytes: whole, by ranges, or not at all where the client has it.
 * `beginning` is awaited first where the answer begins with the file's first byte.
 */
export async function sendHashed(request: FastifyRequest, reply: FastifyReply, file: { path: string; type: string; sha256: string }, beginning: () => Promise<void>): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  const { headers } = request.raw;
  if (headers['if-none-match']?.split(/,\s*/).some((known) => known === '*' || known.replace(/^W\//, '') === etag) === true) return reply.code(304).send();
  // A download goes on only where the file is still the one that it began with.
  if (headers['if-range'] !== undefined && headers['if-range'] !== etag) delete headers.range;
  delete headers['if-range'];
  const sent = await send(request.raw, encodeURIComponent(basename(file.path)), { root: dirname(file.path), contentType: false, dotfiles: 'allow', cacheControl: false, etag: false, lastModified: false });
  if (request.method === 'GET' && (sent.statusCode === 200 || String(sent.headers['Content-Range']).startsWith('bytes 0-'))) await beginning();
  return reply.code(sent.statusCode).headers(sent.headers).type(file.type).send(sent.stream);
}
