import { Injectable } from '@nestjs/common';
import { lookAtMedium } from '@preceptor/course';
import type { CompiledCourse, Media } from '@preceptor/course/compiled';
import { type EntityManager, In } from 'typeorm';
import { MediaStore } from '../../catalog/media-store.js';
import type { Actor } from '../../identity/actor.js';
import { MediumRow } from '../authoring.entity.js';
import { mediaIn, type ItemDocument } from '../items/read-document.js';
import { type ComingMedium, ItemMedia } from '../media/item-media.js';

/** The pictures and sounds of a course's items, for the organisation's items. The bytes lie in the media store already. */
@Injectable()
export class CourseMedia {
  constructor(private readonly media: ItemMedia, private readonly store: MediaStore) {}

  /** Makes the media that some documents name known to the organisation; where another file has a name, the course's is put before it, in the documents too. */
  async bring(manager: EntityManager, actor: Actor, course: CompiledCourse, documents: readonly ItemDocument[]): Promise<ItemDocument[]> {
    const named = new Set(documents.flatMap(mediaIn));
    const wanted = course.media.filter(({ path }) => named.has(path));
    if (wanted.length === 0) return [...documents];
    const ownName = (path: string): string => `media/${course.slug}-${path.slice('media/'.length)}`;
    const known = new Map((await manager.findBy(MediumRow, { organisationId: actor.organisationId, path: In(wanted.flatMap(({ path }) => [path, ownName(path)])) })).map((row) => [row.path, row.sha256]));
    const renamed = new Map<string, string>();
    const coming: ComingMedium[] = [];
    for (const medium of wanted) {
      const taken = known.get(medium.path);
      const path = taken === undefined || taken === medium.sha256 ? medium.path : ownName(medium.path);
      if (path !== medium.path) renamed.set(medium.path, path);
      if (!known.has(path)) coming.push(await this.#looked(medium, path));
    }
    await this.media.name(manager, actor, coming);
    return renamed.size === 0 ? [...documents] : documents.map((document) => withPaths(document, renamed) as ItemDocument);
  }

  /** A file that can't be looked at again is named all the same: it was published with the course. */
  async #looked({ path, sha256, bytes, type }: Media, as: string): Promise<ComingMedium> {
    const looked = await lookAtMedium(this.store.fileOf({ sha256 }), path).catch(() => null);
    const { width, height } = looked === null || 'refused' in looked ? { width: 0, height: 0 } : looked;
    return { path: as, file: path, sha256, bytes, type, width, height };
  }
}

/** The value with each path of a medium that has another name written so. */
function withPaths(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return [...renamed].reduce((text, [from, to]) => text.replaceAll(new RegExp(`${escaped(from)}(?![\\w.-])`, 'g'), to), value);
  if (Array.isArray(value)) return value.map((entry) => withPaths(entry, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withPaths(entry, renamed)]));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
