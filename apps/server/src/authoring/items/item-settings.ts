import { Injectable } from '@nestjs/common';
import type { ItemSetting } from '@preceptor/course/items';
import { type EntityManager, In } from 'typeorm';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { BankRow, MediumRow } from '../authoring.entity.js';
import type { CourseNames, PlainSetting } from './plain-setting.js';
import { mediaIn } from './read-document.js';

/** What documents of a bank are compiled against: the names of its course, and the organisation's pictures. */
@Injectable()
export class ItemSettings {
  constructor(private readonly catalog: CatalogService, private readonly database: Database) {}

  /** The setting for some documents of a bank. `manager`: where the bank and the media are read, for what the same transaction has written. */
  async of(manager: EntityManager, actor: Actor, bankId: string, documents: readonly unknown[]): Promise<ItemSetting> {
    const [media, names] = await Promise.all([this.#media(manager, actor, documents), this.#names(manager, actor, bankId)]);
    return { ...names, media: (path) => media.get(path) ?? null };
  }

  /** The setting of a bank with all of the organisation's media, as plain data that another thread can be given. */
  async plain(actor: Actor, bankId: string): Promise<PlainSetting> {
    const manager = this.database.read;
    const rows = await manager.find(MediumRow, { where: { organisationId: actor.organisationId }, select: { path: true, width: true, height: true, sha256: true } });
    return { ...await this.#names(manager, actor, bankId), media: Object.fromEntries(rows.map(({ path, width, height, sha256 }) => [path, { width: width ?? 0, height: height ?? 0, sha256 }])) };
  }

  async #media(manager: EntityManager, actor: Actor, documents: readonly unknown[]): Promise<Map<string, { width: number; height: number }>> {
    const paths = [...new Set(documents.flatMap(mediaIn))];
    if (paths.length === 0) return new Map();
    const rows = await manager.findBy(MediumRow, { organisationId: actor.organisationId, path: In(paths) });
    return new Map(rows.map(({ path, width, height }) => [path, { width: width ?? 0, height: height ?? 0 }]));
  }

  async #names(manager: EntityManager, actor: Actor, bankId: string): Promise<CourseNames> {
    const bank = await manager.findOneBy(BankRow, { id: bankId, organisationId: actor.organisationId });
    const latest = bank?.courseId === null || bank === null ? null : await this.catalog.latest(actor, bank.courseId);
    if (latest === null) return {};
    const { course } = await this.catalog.loaded(actor, latest.id);
    return {
      language: course.language,
      course: {
        statements: course.statements.map(({ id }) => id), lessons: course.units.flatMap(({ lessons }) => lessons.map(({ id }) => id)), terms: course.glossary.map(({ id }) => id),
      },
    };
  }
}
