import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@preceptor/course';
import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { FoldersService } from '../authoring/banks/folders.service.js';
import { ItemBatches, type PreparedItem, type PreparedSave } from '../authoring/items/item-batches.js';
import { ItemMedia } from '../authoring/media/item-media.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { nowText } from '../platform/ids.js';
import { exchangeErrors } from './errors.js';
import { EntryRow, type EntryOutcome, ImportRow, type OutcomeCounts, OutcomeRow } from './exchange.entity.js';
import { ImportsService } from './imports.service.js';

/** What happens to an item whose name the bank has given already. */
export type ExistingPolicy = 'NEW_VERSION' | 'SKIP' | 'RENAME';
export interface Progress { done: number; total: number }

const atOnce = 250;

/** Brings what was read into a bank, whole or not at all, and takes it back. */
@Injectable()
export class RunningService {
  readonly #progress = new Map<string, Progress>();

  constructor(private readonly database: Database, private readonly imports: ImportsService, private readonly batches: ItemBatches, private readonly media: ItemMedia, private readonly folders: FoldersService) {}

  /** How far an import is that runs in this process; null: it does not. */
  progress(id: string): Progress | null { return this.#progress.get(id) ?? null; }

  /** Brings every good item in. Run again it answers what came of the first time. */
  async run(actor: Actor, id: string, existing: ExistingPolicy, folderId: string | null): Promise<ImportRow> {
    const row = await this.imports.must(actor, id);
    if (row.state !== 'READ' || this.#progress.has(id)) return row;
    if (folderId !== null && !(await this.folders.of(actor, row.bankId)).some((folder) => folder.id === folderId)) throw platformErrors.NOT_FOUND({ path: ['folder'] });
    const total = (await this.imports.counts(id)).ALL;
    this.#progress.set(id, { done: 0, total });
    try {
      await this.media.keep(row.media, join(this.imports.folderOf(id), 'files'));
      await this.database.write(async (manager) => {
        // Of two that run it at once, the second waits here and then finds it done.
        const { affected } = await manager.update(ImportRow, { id, state: 'READ' }, { state: 'DONE', doneAt: nowText() });
        if (affected === 0) return;
        await this.media.name(manager, actor, row.media);
        const outcome = await this.#bringIn(manager, actor, row, existing, folderId);
        await manager.update(ImportRow, { id }, { outcome });
        await manager.update(EntryRow, { importId: id }, { document: null, read: null });
      });
    } finally {
      this.#progress.delete(id);
    }
    await rm(this.imports.folderOf(id), { recursive: true, force: true });
    return this.imports.must(actor, id);
  }

  /** Takes back what came in, as far as nobody has touched it since: new items go, new versions too. Taken back again, it does nothing. */
  async undo(actor: Actor, id: string): Promise<ImportRow> {
    const row = await this.imports.must(actor, id);
    if (row.state === 'READ') throw exchangeErrors.IMPORT_NOT_RUN();
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(ImportRow, { id, state: 'DONE' }, { state: 'UNDONE', undoneAt: nowText() });
      if (affected === 0) return;
      const written = (await manager.findBy(OutcomeRow, { importId: id, revision: Not(IsNull()) })).flatMap(({ itemId, revision }) => (itemId === null || revision === null ? [] : [{ itemId, revision }]));
      const untouched = await this.batches.untouched(manager, actor, written);
      await this.batches.takeBack(manager, actor, [...untouched.values()]);
      const gone = [...untouched.keys()];
      for (let from = 0; from < gone.length; from += 250) await manager.update(OutcomeRow, { importId: id, itemId: In(gone.slice(from, from + 250)) }, { undone: true });
    });
    return this.imports.must(actor, id);
  }

  /** How many items of an import that was taken back are gone again, and how many stay because somebody has touched them. */
  async takenBack(id: string): Promise<{ gone: number; stay: number }> {
    const gone = await this.database.read.countBy(OutcomeRow, { importId: id, undone: true });
    const all = await this.database.read.countBy(OutcomeRow, { importId: id, revision: Not(IsNull()) });
    return { gone, stay: all - gone };
  }

  async #bringIn(manager: EntityManager, actor: Actor, { id, bankId }: ImportRow, existing: ExistingPolicy, folderId: string | null): Promise<OutcomeCounts> {
    const counts: OutcomeCounts = { CREATED: 0, RENAMED: 0, NEW_VERSION: 0, UNCHANGED: 0, SKIPPED: 0 };
    const names = await this.batches.names(manager, bankId);
    for (let last = -1; ;) {
      const entries = await manager.find(EntryRow, { where: { importId: id, position: MoreThan(last) }, order: { position: 'ASC' }, take: atOnce });
      const end = entries.at(-1);
      if (end === undefined) return counts;
      last = end.position;
      const outcomes = await this.#part(manager, actor, { bankId, folderId, existing, names }, entries.flatMap(goodOf));
      for (const { outcome } of outcomes) counts[outcome] += 1;
      await this.database.insertMany(manager, 'exchange_outcome', outcomes.map(({ position, outcome, name, itemId, revision }) => ({ import_id: id, position, outcome, name, item_id: itemId, revision, undone: this.database.engine === 'sqlite' ? 0 : false })));
      const { total = 0 } = this.#progress.get(id) ?? {};
      this.#progress.set(id, { done: last + 1, total });
      // Learners are answered between parts.
      await new Promise(setImmediate);
    }
  }

  async #part(manager: EntityManager, actor: Actor, { bankId, folderId, existing, names }: { bankId: string; folderId: string | null; existing: ExistingPolicy; names: Set<string> }, good: readonly Good[]): Promise<Came[]> {
    const there = await this.batches.named(manager, bankId, good.map(({ name }) => name).filter((name) => names.has(name)));
    const documents = await this.batches.documents(manager, [...there.values()]);
    const fresh: Good[] = [];
    const saves: (Good & PreparedSave)[] = [];
    const came: Came[] = [];
    for (const item of good) {
      const row = there.get(item.name);
      const name = row === undefined && !names.has(item.name) ? item.name : existing === 'RENAME' ? freeName(item.name, names) : null;
      if (name !== null) {
        names.add(name);
        fresh.push({ ...item, name, renamed: name !== item.name });
        continue;
      }
      if (row === undefined || existing === 'SKIP' || row.state === 'retired') came.push({ ...item, outcome: 'SKIPPED', itemId: row?.id ?? null, revision: null });
      else if (canonicalJson({ ...item.document, id: item.name }) === canonicalJson(documents.get(row.id) ?? null)) came.push({ ...item, outcome: 'UNCHANGED', itemId: row.id, revision: null });
      else saves.push({ ...item, row });
    }
    const made = await this.batches.create(manager, actor, { bankId, folderId, cause: 'imported' }, fresh);
    const saved = await this.batches.save(manager, actor, 'imported', saves);
    for (const [index, item] of fresh.entries()) came.push({ ...item, outcome: item.renamed ? 'RENAMED' : 'CREATED', itemId: made[index]?.itemId ?? null, revision: made[index]?.revision ?? null });
    for (const [index, item] of saves.entries()) came.push({ ...item, outcome: 'NEW_VERSION', itemId: saved[index]?.itemId ?? null, revision: saved[index]?.revision ?? null });
    return came;
  }
}

interface Good extends PreparedItem { position: number; renamed: boolean }
interface Came { position: number; name: string; outcome: EntryOutcome; itemId: string | null; revision: number | null }

function goodOf({ position, name, document, read }: EntryRow): Good[] {
  return document === null || read === null ? [] : [{ position, name, document, read, renamed: false }];
}

function freeName(name: string, names: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const other = `${name.slice(0, 57).replace(/-+$/, '')}-${number}`;
    if (!names.has(other)) return other;
  }
}
