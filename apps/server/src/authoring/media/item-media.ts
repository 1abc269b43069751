import { Injectable } from '@nestjs/common';
import type { Item } from '@preceptor/assessment';
import type { LookedAtMedium } from '@preceptor/course';
import type { Media } from '@preceptor/course/compiled';
import { type EntityManager, In } from 'typeorm';
import { MediaStore } from '../../catalog/media-store.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId, nowText } from '../../platform/ids.js';
import { MediumRow } from '../authoring.entity.js';
import { mediaIn } from '../items/read-document.js';

/** A medium on its way in: `path` is what items call it (media/NAME), `file` where it lies below the folder that is given. */
export interface ComingMedium extends LookedAtMedium { path: string; file: string }

/** A medium and where its bytes lie. */
export interface KeptMedium { file: string; bytes: number; type: string; width: number; height: number }

/** Pictures and sounds that items name, by organisation. */
@Injectable()
export class ItemMedia {
  constructor(private readonly database: Database, private readonly store: MediaStore) {}

  /** Puts the bytes where they stay; on the disk when the promise resolves, and harmless where nothing comes to name them. */
  async keep(media: readonly ComingMedium[], folder: string): Promise<void> {
    await this.store.keep(media.map(({ file, sha256, bytes, type }) => ({ path: file, sha256, bytes, type })), folder);
  }

  /** Lets items name media whose bytes are kept. A path that is known stays what it is. */
  async name(manager: EntityManager, actor: Actor, media: readonly ComingMedium[]): Promise<void> {
    const rows = media.map(({ path, sha256, type, bytes, width, height }) => ({
      id: newId(), organisation_id: actor.organisationId, path, sha256, media_type: type, bytes, width: width === 0 ? null : width, height: height === 0 ? null : height, account_id: actor.accountId, created_at: nowText(),
    }));
    await this.database.insertMany(manager, 'authoring_medium', rows, '("organisation_id", "path") DO NOTHING');
  }

  /** Where the bytes of media lie, by path; those that the organisation has none of are left out. */
  async files(actor: Actor, paths: readonly string[]): Promise<Map<string, KeptMedium>> {
    const found = new Map<string, KeptMedium>();
    for (let from = 0; from < paths.length; from += 500) {
      const rows = await this.database.read.findBy(MediumRow, { organisationId: actor.organisationId, path: In(paths.slice(from, from + 500)) });
      for (const { path, sha256, bytes, mediaType, width, height } of rows) found.set(path, { file: this.store.fileOf({ sha256 }), bytes, type: mediaType, width: width ?? 0, height: height ?? 0 });
    }
    return found;
  }

  /** The media that compiled items name, as a course lists them, in the order of their paths. */
  async of(actor: Actor, items: readonly Item[]): Promise<Media[]> {
    const paths = [...new Set(items.flatMap((item) => mediaIn(item)).flatMap((path) => [path, decoded(path)]))];
    const rows = paths.length === 0 ? [] : await this.database.read.findBy(MediumRow, { organisationId: actor.organisationId, path: In(paths) });
    return rows.map(({ path, sha256, bytes, mediaType }) => ({ path, sha256, bytes, type: mediaType })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** In HTML a path is written as an address. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
