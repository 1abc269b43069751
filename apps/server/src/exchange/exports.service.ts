import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { BanksService } from '../authoring/banks/banks.service.js';
import { ItemDocuments } from '../authoring/items/item-documents.js';
import { mediaIn } from '../authoring/items/read-document.js';
import type { BankItemFilter } from '../authoring/lists/bank-items.types.js';
import { ItemMedia } from '../authoring/media/item-media.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Mutex } from '../platform/database/mutex.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { CONFIG } from '../platform/platform.module.js';
import { exchangeErrors } from './errors.js';
import { ExportRow } from './exchange.entity.js';
import type { ExportFormat } from './writing/export-format.js';
import { ExchangeWorkshop } from './workshop.js';
import type { WriteRequest } from './writing/write-export.js';

const keptFor = 60 * 60 * 1000;
const mostItems = 10_000;

/** Writes items as files for other systems, one at a time and each in a thread of its own. */
@Injectable()
export class ExportsService {
  readonly #folder: string;
  readonly #line = new Mutex();

  constructor(
    private readonly database: Database, @Inject(CONFIG) config: Config, private readonly documents: ItemDocuments, private readonly banks: BanksService, private readonly media: ItemMedia, private readonly workshop: ExchangeWorkshop, private readonly audit: AuditService,
  ) { this.#folder = join(config.dataDir, 'exchange', 'exports'); }

  /** Writes what a filter leaves. `which`: items as they stand, or as they were approved last. The report says what the file holds; nobody need download it. */
  async write(actor: Actor, filter: BankItemFilter, format: ExportFormat, which: 'newest' | 'approved'): Promise<ExportRow> {
    if (await this.documents.count(actor, filter) > mostItems) throw exchangeErrors.EXPORT_TOO_LARGE();
    return this.#line.run(async () => {
      const items = await this.documents.all(actor, filter, which);
      const banks = (await this.banks.some(actor, [...new Set(items.map(({ bankId }) => bankId))])).map(({ id, name, title, unit }) => ({ id, name, title, unit }));
      const media = Object.fromEntries(await this.media.files(actor, [...new Set(items.flatMap(({ document }) => mediaIn(document)))]));
      await mkdir(this.#folder, { recursive: true });
      const id = newId();
      const [only] = banks;
      const title = banks.length === 1 && only !== undefined ? only.title : 'Questions';
      const request: WriteRequest = { items: items.map(({ name, bankId, document }) => ({ name, bankId, document })), banks, format, title, media, out: this.#fileOf(id) };
      const { report, ending, mediaType } = await this.workshop.write(request);
      const row: ExportRow = { id, organisationId: actor.organisationId, accountId: actor.accountId, name: `${banks.length === 1 && only !== undefined ? only.name : 'questions'}.${ending}`, mediaType, format, report, at: nowText() };
      await this.database.write(async (manager) => {
        await manager.delete(ExportRow, { at: LessThan(expired()) });
        await manager.insert(ExportRow, row);
        await this.audit.record(manager, actor, { action: 'items.exported', subject: { type: 'items', id, label: row.name }, after: { format, items: items.length, banks: banks.map(({ name }) => name), which } });
      });
      await this.#sweep();
      return row;
    });
  }

  /** A file that somebody of the actor's organisation had written within the hour, and where it lies; null where there is none. */
  async find(actor: Actor, id: string): Promise<{ row: ExportRow; path: string } | null> {
    const row = isId(id) ? await this.database.read.findOneBy(ExportRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null || row.at < expired()) return null;
    return await stat(this.#fileOf(id)).then(() => true, () => false) ? { row, path: this.#fileOf(id) } : null;
  }

  #fileOf(id: string): string { return join(this.#folder, id); }

  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const age = await stat(join(this.#folder, name)).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
      if (age > keptFor) await rm(join(this.#folder, name), { force: true });
    }
  }
}

const expired = (): string => new Date(Date.now() - keptFor).toISOString();
