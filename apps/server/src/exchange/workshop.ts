import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { programBeside, type Refusals, Workshop } from '../platform/threads/workshop.js';
import { exchangeErrors } from './errors.js';
import type { ReadImport, ReadRequest } from './reading/read.types.js';
import type { WriteRequest, WrittenExport } from './writing/write-export.js';

export type Task = { read: ReadRequest } | { write: WriteRequest };

const refused = (says: string): Error => exchangeErrors.NOT_READABLE({ says });
const whenRead: Refusals = { refused, exceeded: () => exchangeErrors.NOT_READABLE({ says: 'Reading it takes too long or too much memory: import it in parts.' }) };
const whenWritten: Refusals = { refused, exceeded: () => exchangeErrors.EXPORT_STOPPED() };

/** Threads in which files of items are read and written. */
@Injectable()
export class ExchangeWorkshop implements BeforeApplicationShutdown {
  readonly #workshop = new Workshop<Task>(programBeside(import.meta.dirname));

  beforeApplicationShutdown(): Promise<void> { return this.#workshop.stop(); }

  /** Throws NOT_READABLE. */
  async read(request: ReadRequest): Promise<ReadImport> { return await this.#workshop.run({ read: request }, whenRead) as ReadImport; }

  /** Throws EXPORT_STOPPED. */
  async write(request: WriteRequest): Promise<WrittenExport> { return await this.#workshop.run({ write: request }, whenWritten) as WrittenExport; }
}
