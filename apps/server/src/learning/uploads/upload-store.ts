import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config.js';
import { receiveFile, type ReceiveLimits } from '../../platform/http/receive-file.js';
import { CONFIG } from '../../platform/platform.module.js';
import { sniffedBytes } from './media-type.js';

/** A file that has come in and is not kept yet. */
export interface Received { path: string; bytes: number; sha256: string; /** its first bytes */ head: Buffer }

/** The bytes of learners' files, each kept once under the hash of its content and never changed. */
@Injectable()
export class UploadStore {
  readonly #root: string;

  constructor(@Inject(CONFIG) config: Config) { this.#root = join(config.dataDir, 'uploads'); }

  fileOf(sha256: string): string { return join(this.#root, sha256.slice(0, 2), sha256); }

  /** Takes the body of a request to a file beside those that are kept. Whoever asks for it keeps it or discards it. */
  async receive(request: FastifyRequest, limits: ReceiveLimits): Promise<Received> {
    const path = join(this.#root, 'incoming', randomUUID());
    await mkdir(dirname(path), { recursive: true });
    try {
      const bytes = await receiveFile(request, path, limits);
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return { path, bytes, sha256: hash.digest('hex'), head: await headOf(path) };
    } catch (fault) {
      await rm(path, { force: true });
      throw fault;
    }
  }

  /** Durable when the promise resolves, its name in the folder too. */
  async keep({ path, sha256 }: Received): Promise<void> {
    const file = this.fileOf(sha256);
    await mkdir(dirname(file), { recursive: true });
    await synced(path, 'r+');
    await rename(path, file);
    await synced(dirname(file), 'r');
  }

  async discard({ path }: Received): Promise<void> { await rm(path, { force: true }); }

  /** Removes the bytes of a file that nobody names any more; not what was kept since `before`, which may be on its way to being named again. */
  async remove(sha256: string, before: Date): Promise<void> {
    const found = await stat(this.fileOf(sha256)).catch(() => null);
    if (found !== null && found.mtime < before) await rm(this.fileOf(sha256), { force: true });
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function synced(path: string, how: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, how);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
