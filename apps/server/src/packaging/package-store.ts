import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type PackageFile, packageToFile, type WriteOptions } from '@preceptor/packaging';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';

export interface KeptPackage { sha256: string; bytes: number }

/** Most bytes of finished packages; what was fetched longest ago makes room. */
const mostKept = 20 * 2 ** 30;
/** What was being written this long ago is being written no more. */
const abandoned = 24 * 60 * 60 * 1000;

/** Finished packages below DATA_DIR, each under the SHA-256 of its bytes: what has a name here is whole. */
@Injectable()
export class PackageStore implements OnApplicationBootstrap {
  readonly #root: string;
  readonly #unfinished: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.#root = join(config.dataDir, 'packages');
    this.#unfinished = join(this.#root, 'unfinished');
  }

  /** Removes what a server that was killed had begun to write. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { path, used } of await filesIn(this.#unfinished)) if (used < Date.now() - abandoned) await rm(path, { force: true });
  }

  /** Writes a package; durable, under its final name, when the promise resolves. Fails with a PackagingError. */
  async write(files: readonly PackageFile[], options: WriteOptions): Promise<KeptPackage> {
    await mkdir(this.#unfinished, { recursive: true });
    const temporary = join(this.#unfinished, `${randomUUID()}.zip`);
    try {
      const bytes = await packageToFile(files, temporary, options);
      const hash = createHash('sha256');
      await pipeline(createReadStream(temporary), hash);
      const sha256 = hash.digest('hex');
      const place = this.#place(sha256);
      await mkdir(dirname(place), { recursive: true });
      await rename(temporary, place);
      await this.#makeRoom(sha256);
      return { sha256, bytes };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Where a package lies; null: it is no longer kept. */
  async find(sha256: string): Promise<string | null> {
    const path = this.#place(sha256);
    return await stat(path).then((found) => found.isFile(), () => false) ? path : null;
  }

  /** It was fetched: it stays longer. */
  async touch(path: string): Promise<void> {
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
  }

  async #makeRoom(justMade: string): Promise<void> {
    const kept = (await filesIn(this.#root)).sort((one, other) => other.used - one.used);
    let bytes = 0;
    for (const file of kept) {
      bytes += file.bytes;
      if (bytes > mostKept && file.path !== this.#place(justMade)) await rm(file.path, { force: true });
    }
  }

  #place(sha256: string): string { return join(this.#root, sha256.slice(0, 2), `${sha256}.zip`); }
}

async function filesIn(folder: string): Promise<{ path: string; bytes: number; used: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = entries.filter((entry) => entry.isFile()).map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    // Another server may have removed it meanwhile.
    const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
    return { path, bytes: size, used: mtimeMs };
  });
  return Promise.all(found);
}
