import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isId, newId } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { BankRow, FolderRow, ItemRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import type { BankFolder } from './banks.types.js';

const title = z.string().trim().min(1, 'A folder needs a name.').max(80, 'A folder\'s name has at most 80 characters.');
const change = z.object({ title: title.nullish(), parent: z.string().nullish() });
export type FolderChange = z.input<typeof change>;
/** What a bank may hold: a tree that a person can still read. */
export const folderLimits = { folders: 300, depth: 6 };

/** Folders of a bank. Their tree is small, so it is read whole. */
@Injectable()
export class FoldersService {
  constructor(private readonly database: Database) {}

  /** A bank's folders by title, with how many items lie in each; batched within a request. */
  async of(actor: Actor, bankId: string): Promise<BankFolder[]> {
    return await actor.loader('authoring.folders', async (ids) => {
      const wanted = { organisation: actor.organisationId, ids: [...ids] };
      const folders = await this.database.read.createQueryBuilder(FolderRow, 'f').where('f.organisationId = :organisation AND f.bankId IN (:...ids)', wanted).orderBy('f.title').addOrderBy('f.id').getMany();
      const counted: { folder: string; items: number | string }[] = await this.database.read.createQueryBuilder(ItemRow, 'i').select('i.folderId', 'folder').addSelect('COUNT(*)', 'items')
        .where('i.organisationId = :organisation AND i.bankId IN (:...ids) AND i.folderId IS NOT NULL', wanted).andWhere(`i.state <> 'retired'`).groupBy('i.folderId').getRawMany();
      const items = new Map(counted.map((row) => [row.folder, Number(row.items)]));
      return new Map(ids.map((id) => [id, folders.filter((row) => row.bankId === id).map((row) => ({ id: row.id, title: row.title, parentId: row.parentId, items: items.get(row.id) ?? 0 }))]));
    }).load(bankId) ?? [];
  }

  /** The folder and all below it, by id; null where the actor's organisation has none with this id. */
  async within(actor: Actor, id: string): Promise<string[] | null> {
    const folder = isId(id) ? await this.database.read.findOneBy(FolderRow, { id, organisationId: actor.organisationId }) : null;
    return folder === null ? null : below(folder.id, await this.database.read.findBy(FolderRow, { bankId: folder.bankId }));
  }

  /** Makes a folder; gives the bank's id. */
  async create(actor: Actor, bankId: string, parentId: string | null, said: string): Promise<string> {
    const named = parseInput(title, said, 'title');
    await this.database.write(async (manager) => {
      if (!isId(bankId) || !(await manager.existsBy(BankRow, { id: bankId, organisationId: actor.organisationId }))) throw platformErrors.NOT_FOUND({ path: ['bank'] });
      const all = await manager.findBy(FolderRow, { bankId });
      if (all.length >= folderLimits.folders) throw authoringErrors.FOLDERS_FULL({ says: `A bank has at most ${folderLimits.folders} folders.`, path: ['bank'] });
      if (parentId !== null && !all.some((one) => one.id === parentId)) throw platformErrors.NOT_FOUND({ path: ['parent'] });
      if (depthOf(parentId, all) + 1 > folderLimits.depth) throw authoringErrors.FOLDERS_FULL({ says: `Folders lie at most ${folderLimits.depth} deep.`, path: ['parent'] });
      mustBeFree(all, parentId, named, null, ['title']);
      await manager.insert(FolderRow, { id: newId(), organisationId: actor.organisationId, bankId, parentId, title: named });
    });
    return bankId;
  }

  /** Renames or moves a folder; gives the bank's id. */
  async change(actor: Actor, id: string, input: FolderChange): Promise<string> {
    const wanted = parseInput(change, input, 'input');
    return this.database.write(async (manager) => {
      const folder = await own(manager, actor, id);
      const all = await manager.findBy(FolderRow, { bankId: folder.bankId });
      const parentId = wanted.parent === undefined ? folder.parentId : wanted.parent;
      const named = wanted.title ?? folder.title;
      if (parentId !== null && !all.some((one) => one.id === parentId)) throw platformErrors.NOT_FOUND({ path: ['input', 'parent'] });
      if (parentId !== null && below(id, all).includes(parentId)) throw authoringErrors.FOLDER_IN_ITSELF({ path: ['input', 'parent'] });
      if (depthOf(parentId, all) + heightOf(id, all) > folderLimits.depth) throw authoringErrors.FOLDERS_FULL({ says: `Folders lie at most ${folderLimits.depth} deep.`, path: ['input', 'parent'] });
      mustBeFree(all, parentId, named, id, ['input', 'title']);
      await manager.update(FolderRow, { id }, { parentId, title: named });
      return folder.bankId;
    });
  }

  /** Deletes a folder that holds nothing; gives the bank's id. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.database.write(async (manager) => {
      const folder = await own(manager, actor, id);
      if (await manager.existsBy(FolderRow, { parentId: id }) || await manager.existsBy(ItemRow, { folderId: id })) throw authoringErrors.FOLDER_NOT_EMPTY({ path: ['id'] });
      await manager.delete(FolderRow, { id });
      return folder.bankId;
    });
  }
}

async function own(manager: EntityManager, actor: Actor, id: string): Promise<FolderRow> {
  const folder = isId(id) ? await manager.findOneBy(FolderRow, { id, organisationId: actor.organisationId }) : null;
  if (folder === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
  return folder;
}

function mustBeFree(all: readonly FolderRow[], parentId: string | null, named: string, except: string | null, path: string[]): void {
  if (all.some((one) => one.parentId === parentId && one.id !== except && one.title.toLowerCase() === named.toLowerCase())) {
    throw authoringErrors.NAME_TAKEN({ says: `There is a folder "${named}" here already.`, path });
  }
}

function below(id: string, all: readonly FolderRow[]): string[] {
  return [id, ...all.filter((one) => one.parentId === id).flatMap((one) => below(one.id, all))];
}

/** How many folders one passes on the way to it, itself counted; 0: the bank. */
function depthOf(id: string | null, all: readonly FolderRow[]): number {
  const folder = all.find((one) => one.id === id);
  return folder === undefined ? 0 : 1 + depthOf(folder.parentId, all);
}

function heightOf(id: string, all: readonly FolderRow[]): number {
  return 1 + Math.max(0, ...all.filter((one) => one.parentId === id).map((one) => heightOf(one.id, all)));
}
