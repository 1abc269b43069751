import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Media } from '@preceptor/course/compiled';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';

/** Media of published versions, each kept once under the hash of its content and never changed. */
@Injectable()
export class MediaStore {
  readonly #root: string;

  constructor(@Inject(CONFIG) config: Config) { this.#root = join(config.dataDir, 'media'); }

  /** Where a medium lies on disk. */
  fileOf(medium: Pick<Media, 'sha256'>): string { return join(this.#root, medium.sha256.slice(0, 2), medium.sha256); }

  /** Takes a course's media from its source folder; durable when the promise resolves. */
  async keep(media: readonly Media[], sourceFolder: string): Promise<void> {
    for (const medium of media) {
      const file = this.fileOf(medium);
      if (existsSync(file)) continue;
      await mkdir(dirname(file), { recursive: true });
      const temporary = `${file}.${randomBytes(4).toString('hex')}`;
      await copyFile(join(sourceFolder, medium.path), temporary);
      const handle = await open(temporary, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, file);
    }
  }
}
