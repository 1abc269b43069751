import { Injectable } from '@nestjs/common';
import type { Bank, Item } from '@preceptor/assessment';
import { itemDocument } from '@preceptor/assessment/interchange';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { type EntityManager, In, IsNull } from 'typeorm';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { LoadedVersion } from '../../catalog/course-versions.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isId, newId } from '../../platform/ids.js';
import { BankRow, FolderRow, ItemRow } from '../authoring.entity.js';
import { BanksService } from '../banks/banks.service.js';
import { ItemBatches, type PreparedItem } from '../items/item-batches.js';
import { type ItemDocument, readCompiled } from '../items/read-document.js';
import { CourseMedia } from './course-media.js';

/** Most items of one call, so that nobody else who writes waits long. */
const mostAtOnce = 200;
/** `left`: of the course's items, how many a further call would bring. */
export interface Brought { version: number; items: number; brought: number; left: number; bankIds: string[] }
interface Target { bank: BankRow; folderId: string | null }
interface Coming { item: Item; target: Target; document: ItemDocument }

/** Brings the items of a published course into banks, where they can be changed. */
@Injectable()
export class CourseItemsService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly banks: BanksService, private readonly batches: ItemBatches, private readonly media: CourseMedia) {}

  /**
   * Brings items of the banks of a course's newest version as approved, 200 a call at most: called again until none is
   * left. An item whose name is in its bank already stays as it is there, so calling again does no harm.
   * @param bankId the bank that takes them all, each of the course's banks as a folder; null: a bank for each of them
   */
  async bring(actor: Actor, courseId: string, bankId: string | null): Promise<Brought> {
    const version = await this.#newest(actor, courseId);
    const { banks } = version.course;
    const targets = await this.database.write((manager) => (bankId === null ? this.#ownBanks(manager, actor, version) : this.#folders(manager, actor, version, bankId)));
    const bankIds = [...new Set(targets.map(({ bank }) => bank.id))];
    const missing = await this.#missing(this.database.read, banks.flatMap((bank, index) => {
      const target = targets[index];
      return target === undefined ? [] : bank.items.map((item) => ({ item, target }));
    }));
    // Written out before the transaction: it takes some milliseconds an item, in which nobody else could write.
    const prepared: Coming[] = [];
    for (const coming of missing.slice(0, mostAtOnce)) {
      prepared.push({ ...coming, document: itemDocument(coming.item) });
      if (prepared.length % 10 === 0) await new Promise(setImmediate);
    }
    const brought = await this.database.write(async (manager) => {
      const still = await this.#missing(manager, prepared);
      await this.#bring(manager, actor, version, still);
      return still.length;
    });
    return { version: version.number, items: banks.reduce((sum, bank) => sum + bank.items.length, 0), brought, left: missing.length - prepared.length, bankIds };
  }

  /** Those whose names their banks don't have. */
  async #missing<T extends { item: Item; target: Target }>(manager: EntityManager, items: readonly T[]): Promise<T[]> {
    const bankIds = [...new Set(items.map(({ target }) => target.bank.id))];
    const there = new Set((await manager.find(ItemRow, { select: { name: true, bankId: true }, where: { bankId: In(bankIds) } })).map((row) => `${row.bankId} ${row.name}`));
    return items.filter(({ item, target }) => !there.has(`${target.bank.id} ${item.id}`));
  }

  async #newest(actor: Actor, courseId: string): Promise<LoadedVersion> {
    const course = isId(courseId) ? await this.catalog.course(actor, courseId) : null;
    if (course === null) throw platformErrors.NOT_FOUND({ path: ['course'] });
    const latest = await this.catalog.latest(actor, courseId);
    if (latest === null) throw platformErrors.BAD_INPUT({ says: 'No version of this course is published yet.', path: ['course'] });
    return this.catalog.loaded(actor, latest.id);
  }

  async #bring(manager: EntityManager, actor: Actor, version: LoadedVersion, items: readonly Coming[]): Promise<void> {
    const documents = await this.media.bring(manager, actor, version.course, items.map(({ document }) => document));
    const note = `Brought in from “${version.course.title}”, version ${version.number}.`.slice(0, 500);
    for (const { bank, folderId } of new Set(items.map(({ target }) => target))) {
      const own = items.flatMap(({ item, target }, index): PreparedItem[] => {
        const document = documents[index];
        return document !== undefined && target.bank.id === bank.id && target.folderId === folderId ? [{ name: item.id, document, read: readCompiled(document, item, version.course.language) }] : [];
      });
      await this.batches.create(manager, actor, { bankId: bank.id, folderId, cause: 'imported', approved: note }, own);
    }
  }

  /** The bank of each of the course's banks: the one that was made of it before, else a new one. */
  async #ownBanks(manager: EntityManager, actor: Actor, { course, courseId }: LoadedVersion): Promise<Target[]> {
    const known = await manager.findBy(BankRow, { organisationId: actor.organisationId, courseId });
    const targets: Target[] = [];
    for (const { id, title, unit } of course.banks) {
      const isSame = (row: BankRow): boolean => row.name === id || (row.title === titleOf(title, 120) && row.unit === unit);
      const isTaken = await manager.existsBy(BankRow, { organisationId: actor.organisationId, name: id });
      targets.push({ folderId: null, bank: known.find(isSame) ?? await this.banks.createIn(manager, actor, { title: titleOf(title, 120), name: isTaken ? null : id, courseId, unit }) });
    }
    return targets;
  }

  /** A folder of one bank for each of the course's banks; the bank becomes one of the course where it is of none. */
  async #folders(manager: EntityManager, actor: Actor, { course, courseId }: LoadedVersion, bankId: string): Promise<Target[]> {
    const bank = isId(bankId) ? await manager.findOneBy(BankRow, { id: bankId, organisationId: actor.organisationId }) : null;
    if (bank === null) throw platformErrors.NOT_FOUND({ path: ['bank'] });
    if (bank.courseId === null) await manager.update(BankRow, { id: bankId }, { courseId });
    const folders = await manager.findBy(FolderRow, { bankId, parentId: IsNull() });
    const targets: Target[] = [];
    for (const { title } of course.banks) {
      const named = titleOf(title, 80);
      let folder = folders.find((one) => one.title.toLowerCase() === named.toLowerCase());
      if (folder === undefined && course.banks.length > 1) {
        folder = { id: newId(), organisationId: actor.organisationId, bankId, parentId: null, title: named };
        await manager.insert(FolderRow, folder);
        folders.push(folder);
      }
      targets.push({ bank, folderId: folder?.id ?? null });
    }
    return targets;
  }
}

const titleOf = (title: Bank['title'] | CompiledCourse['title'], most: number): string => title.trim().slice(0, most) || 'Questions';
