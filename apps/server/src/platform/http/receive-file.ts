import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../problem.js';

export interface ReceiveLimits { /** bytes */ most: number; tooLarge: () => Problem; /** the body is no stream of bytes */ wrongType: () => Problem }

/** Writes the body of a request to a file as it comes, so that it never stands in memory; gives its bytes. More than `most` is refused as early as it is known. */
export async function receiveFile(request: FastifyRequest, path: string, { most, tooLarge, wrongType }: ReceiveLimits): Promise<number> {
  if (!(request.body instanceof Readable)) throw wrongType();
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(tooLarge());
      else done(null, chunk);
    },
  });
  await pipeline(request.body, counted, createWriteStream(path));
  return bytes;
}
