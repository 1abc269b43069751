import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { cachedPackage, packageToFileDigested, type PackageFile, type WriteOptions } from '@preceptor/packaging';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';

export interface KeptPackage { bytes: number; sha256: string; /** its name in the store */ file: string }

/** Most bytes of finished packages; what was asked for longest ago makes room. */
const mostKept = 20 * 2 ** 30;

/** Finished packages below DATA_DIR, each under the digest of all that it is made of: what has a name here is whole. */
@Injectable()
export class PackageStore {
  readonly #root: string;

  constructor(@Inject(CONFIG) config: Config) { this.#root = join(config.dataDir, 'packages'); }

  /** The package of a key; where there is none it is written, durably and whole or not at all. Fails with a PackagingError. */
  async keep(key: string, files: () => Promise<PackageFile[]>, options: WriteOptions): Promise<KeptPackage> {
    const kept = await cachedPackage(this.#root, key, async (out) => packageToFileDigested(await files(), out, options), { maxBytes: mostKept });
    return { file: basename(kept.file), bytes: kept.bytes, sha256: kept.sha256 };
  }

  /** Where a package lies; null: it is no longer kept. */
  async find({ file, bytes }: { file: string; bytes: number }): Promise<string | null> {
    const path = join(this.#root, basename(file));
    return await stat(path).then((found) => found.isFile() && found.size === bytes, () => false) ? path : null;
  }
}
