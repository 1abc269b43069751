import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { PackageOptions } from '@preceptor/course/delivery';
import { type PackageFile, packageFiles, packageKey, playerBuildIn, type PlayerBuild, type StandardName } from '@preceptor/packaging';
import { CatalogService } from '../catalog/catalog.service.js';
import type { LoadedVersion } from '../catalog/course-versions.js';
import { MediaStore } from '../catalog/media-store.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { packagingErrors } from './errors.js';
import { packagerDigest } from './packager-digest.js';

const mostPreviewsKept = 4;

/** What stands in the packages of published versions, and the same files one by one for a look through a course. */
@Injectable()
export class PackagesService {
  /** File lists of previews last looked at. The key is the version, which never changes. */
  readonly #previews = new Map<string, Promise<Map<string, PackageFile>>>();

  #player: Promise<PlayerBuild> | null = null;
  #code: Promise<string> | null = null;

  constructor(private readonly catalog: CatalogService, private readonly media: MediaStore, @Inject(CONFIG) private readonly config: Config) {}

  /** The files of a version's package. Fails with a PackagingError where they can't become one. */
  async files(version: LoadedVersion, standard: StandardName, options: PackageOptions): Promise<PackageFile[]> {
    return this.#files(version, standard, options, false);
  }

  /** What the bytes of a version's package depend on, as one name. */
  async key({ hash }: LoadedVersion, standard: StandardName, options: PackageOptions): Promise<string> {
    return packageKey({ hash, player: await this.player(), standard, options, code: await (this.#code ??= packagerDigest()) });
  }

  /** One file of the preview of a version; null where it has none at this path. */
  async previewFile(actor: Actor, versionId: string, path: string): Promise<PackageFile | null> {
    const version = await this.catalog.loaded(actor, versionId);
    const key = version.id;
    const known = this.#previews.get(key) ?? this.#files(version, 'site', {}, true).then((files) => new Map(files.map((file) => [file.path, file])));
    this.#previews.delete(key);
    this.#previews.set(key, known);
    const oldest = this.#previews.keys().next().value;
    if (this.#previews.size > mostPreviewsKept && oldest !== undefined) this.#previews.delete(oldest);
    known.catch(() => this.#previews.delete(key));
    return (await known).get(path === '' ? 'index.html' : path) ?? null;
  }

  async #files({ course, hash }: LoadedVersion, standard: StandardName, options: Partial<PackageOptions>, browse: boolean): Promise<PackageFile[]> {
    return packageFiles({
      course, hash, standard, options, player: await this.player(),
      media: { open: (medium) => ({ file: this.media.fileOf(medium) }) },
      browse,
    });
  }

  /** The built player; read once, as a running server's does not change. */
  player(): Promise<PlayerBuild> {
    if (!existsSync(this.playerScript())) throw packagingErrors.PLAYER_NOT_BUILT();
    return (this.#player ??= playerBuildIn(this.config.playerDir));
  }

  playerScript(): string {
    return join(this.config.playerDir, 'player.js');
  }
}
