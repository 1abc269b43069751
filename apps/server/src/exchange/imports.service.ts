import { mkdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThan } from 'typeorm';
import { BanksService } from '../authoring/banks/banks.service.js';
import { ItemBatches } from '../authoring/items/item-batches.js';
import { ItemSettings } from '../authoring/items/item-settings.js';
import { unpackZip } from '../catalog/source-zip.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { exists, isZip, plainName } from '../platform/files/received.js';
import { CONFIG } from '../platform/platform.module.js';
import { ReadingLine } from '../platform/threads/reading-line.js';
import { entryRows } from './entry-rows.js';
import { exchangeErrors } from './errors.js';
import { EntryRow, type ImportRow as Row, ImportRow, OutcomeRow } from './exchange.entity.js';
import type { ImportFormat } from './reading/detect.js';
import type { ReadImport } from './reading/read.types.js';
import { ExchangeWorkshop } from './workshop.js';

/** How long a file that was read waits to be run; milliseconds. */
const waitsFor = 24 * 60 * 60 * 1000;
const unpacked = { unpackedBytes: 256 * 1024 * 1024, files: 12_000 };

export type EntryChoice = 'ALL' | 'KEPT' | 'CHANGED' | 'LOST' | 'FAILED' | 'KNOWN' | 'UNSOUND';
export type EntryCounts = Record<EntryChoice, number>;
export interface EntryView extends Omit<EntryRow, 'document' | 'read'> { outcome: OutcomeRow | null }

/** Files of items that came in: taken, read and looked at. What comes of them is running's. */
@Injectable()
export class ImportsService {
  readonly #folder: string;
  readonly #line = new ReadingLine(() => exchangeErrors.IMPORT_BUSY());

  constructor(
    private readonly database: Database, @Inject(CONFIG) config: Config, private readonly banks: BanksService, private readonly batches: ItemBatches, private readonly settings: ItemSettings, private readonly workshop: ExchangeWorkshop,
  ) {
    this.#folder = join(config.dataDir, 'exchange', 'imports');
  }

  /** Where the files of an import lie until it is run. */
  folderOf(id: string): string { return join(this.#folder, id); }

  /** Takes a file that `receive` writes to the path it is given, and reads it. `name` is what the sender calls it. */
  async take(actor: Actor, bankId: string, name: string, receive: (path: string) => Promise<number>): Promise<Row> {
    if (await this.banks.find(actor, bankId) === null) throw platformErrors.NOT_FOUND({ path: ['bank'] });
    const id = newId();
    const folder = this.folderOf(id);
    return this.#line.run(actor.organisationId, async () => {
      try {
        await mkdir(folder, { recursive: true });
        await receive(join(folder, 'file'));
        const said = plainName(name, 'questions');
        if (await isZip(join(folder, 'file')) && extname(said).toLowerCase() !== '.xlsx') await unpackZip(join(folder, 'file'), join(folder, 'files'), unpacked);
        const row: Row = { id, organisationId: actor.organisationId, bankId, accountId: actor.accountId, name: said, state: 'READ', format: 'csv', columns: {}, headings: null, media: [], outcome: null, at: nowText(), doneAt: null, undoneAt: null };
        const read = await this.#read(actor, row, null);
        const found: Row = { ...row, format: read.format, headings: read.headings, media: read.media };
        const expired = await this.database.write(async (manager) => {
          await manager.insert(ImportRow, found);
          await this.#store(manager, found, read);
          return this.#forget(manager);
        });
        for (const old of expired) await rm(this.folderOf(old), { recursive: true, force: true });
        return found;
      } catch (fault) {
        await rm(folder, { recursive: true, force: true });
        throw fault;
      }
    });
  }

  /** Reads a table again, with other columns. */
  async map(actor: Actor, id: string, columns: Record<string, string>): Promise<Row> {
    const row = await this.must(actor, id);
    if (row.state !== 'READ') throw exchangeErrors.IMPORT_OVER();
    return this.#line.run(actor.organisationId, async () => {
      const read = await this.#read(actor, { ...row, columns }, row.format);
      await this.database.write(async (manager) => {
        const { affected } = await manager.update(ImportRow, { id, state: 'READ' }, { columns, headings: read.headings });
        if (affected === 0) throw exchangeErrors.IMPORT_OVER();
        await manager.delete(EntryRow, { importId: id });
        await this.#store(manager, row, read);
      });
      return { ...row, columns, headings: read.headings };
    });
  }

  /** Forgets a file that is not to come in after all. */
  async discard(actor: Actor, id: string): Promise<void> {
    const row = await this.must(actor, id);
    await this.database.write(async (manager) => {
      if (row.state === 'READ') await manager.delete(EntryRow, { importId: id });
      const { affected } = await manager.delete(ImportRow, { id, state: 'READ' });
      if (affected === 0) throw exchangeErrors.IMPORT_OVER();
    });
    await rm(this.folderOf(row.id), { recursive: true, force: true });
  }

  /** An import of the actor's organisation; null where there is none. */
  async find(actor: Actor, id: string): Promise<Row | null> {
    return isId(id) ? this.database.read.findOneBy(ImportRow, { id, organisationId: actor.organisationId }) : null;
  }

  async must(actor: Actor, id: string): Promise<Row> {
    const row = await this.find(actor, id);
    if (row === null) throw platformErrors.NOT_FOUND();
    return row;
  }

  /** The last imports into a bank that were run, newest first; 20 at most. */
  async ofBank(actor: Actor, bankId: string): Promise<Row[]> {
    return this.database.read.find(ImportRow, { where: { organisationId: actor.organisationId, bankId, state: In(['DONE', 'UNDONE']) }, order: { id: 'DESC' }, take: 20 });
  }

  /** How many entries of an import there are of each sort. */
  async counts(importId: string): Promise<EntryCounts> {
    const rows: { verdict: Exclude<EntryChoice, 'ALL' | 'KNOWN' | 'UNSOUND'>; known: unknown; sound: unknown; entries: number | string }[] = await this.database.read.createQueryBuilder(EntryRow, 'e')
      .select('e.verdict', 'verdict').addSelect('e.known', 'known').addSelect('e.sound', 'sound').addSelect('COUNT(*)', 'entries')
      .where('e.importId = :importId', { importId }).groupBy('e.verdict').addGroupBy('e.known').addGroupBy('e.sound').getRawMany();
    const counts: EntryCounts = { ALL: 0, KEPT: 0, CHANGED: 0, LOST: 0, FAILED: 0, KNOWN: 0, UNSOUND: 0 };
    for (const { verdict, known, sound, entries } of rows) {
      const number = Number(entries);
      counts.ALL += number;
      counts[verdict] += number;
      if (known) counts.KNOWN += number;
      if (!sound && verdict !== 'FAILED') counts.UNSOUND += number;
    }
    return counts;
  }

  /** A page of entries in the order of the file; one more than asked for where more follow. */
  async entries(importId: string, choice: EntryChoice, { first, after }: Page): Promise<EntryView[]> {
    const query = this.database.read.createQueryBuilder(EntryRow, 'e')
      .select(['e.importId', 'e.position', 'e.name', 'e.kind', 'e.stem', 'e.file', 'e.line', 'e.verdict', 'e.known', 'e.sound', 'e.notes', 'e.reason'])
      .where('e.importId = :importId', { importId });
    const yes = this.database.engine === 'sqlite' ? 1 : true;
    if (choice === 'KNOWN') query.andWhere('e.known = :yes', { yes });
    else if (choice === 'UNSOUND') query.andWhere(`e.sound <> :yes AND e.verdict <> 'FAILED'`, { yes });
    else if (choice !== 'ALL') query.andWhere('e.verdict = :verdict', { verdict: choice });
    if (after !== null) query.andWhere('e.position > :position', { position: after[0] });
    const rows = await query.orderBy('e.position').limit(first + 1).getMany();
    const outcomes = new Map((await this.database.read.findBy(OutcomeRow, { importId, position: In(rows.map(({ position }) => position)) })).map((one) => [one.position, one]));
    return rows.map((row) => ({ ...row, outcome: outcomes.get(row.position) ?? null }));
  }

  async #read(actor: Actor, row: Row, format: ImportFormat | null): Promise<ReadImport> {
    const folder = this.folderOf(row.id);
    if (!await exists(join(folder, 'file'))) throw exchangeErrors.FILE_GONE();
    const files = join(folder, 'files');
    const setting = await this.settings.plain(actor, row.bankId);
    return this.workshop.read({ file: join(folder, 'file'), name: row.name, folder: await exists(files) ? files : null, format, columns: row.columns, setting });
  }

  async #store(manager: EntityManager, row: Row, read: ReadImport): Promise<void> {
    const known = await this.batches.names(manager, row.bankId);
    const rows = entryRows(row.id, read, known, (value) => (this.database.engine === 'sqlite' ? Number(value) : value));
    for (let from = 0; from < rows.length; from += 250) {
      await this.database.insertMany(manager, 'exchange_entry', rows.slice(from, from + 250));
      await new Promise(setImmediate);
    }
  }

  /** Takes imports out of the database that nobody ran within a day; gives their ids. */
  async #forget(manager: EntityManager): Promise<string[]> {
    const old = (await manager.find(ImportRow, { where: { state: 'READ', at: LessThan(new Date(Date.now() - waitsFor).toISOString()) }, select: { id: true }, take: 50 })).map(({ id }) => id);
    if (old.length === 0) return [];
    await manager.delete(EntryRow, { importId: In(old) });
    await manager.delete(ImportRow, { id: In(old) });
    return old;
  }
}
