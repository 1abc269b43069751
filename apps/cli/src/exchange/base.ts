import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../terminal.js';
import { fieldsOf, mapOf, textOf, Unexpected } from './answers.js';
import type { Document } from './bank-files.js';

interface Kept { server: string; banks: Record<string, Record<string, Document>> }
const format = 'preceptor-sync/1';
const place = '.preceptor/sync.json';

/**
 * What the course source and the server last agreed on, bank by bank and item by item: the base of a three-way merge. It
 * lies in `.preceptor/sync.json` of the course folder, and belongs into Git with it.
 */
export class Base {
  private constructor(private readonly folder: string, readonly server: string, private readonly banks: Record<string, Record<string, Document>>) {}

  /** The base of a folder. `server` names another server than the last time: then nothing was agreed on yet. */
  static async read(folder: string, server: string | undefined): Promise<Base> {
    const text = await readFile(join(folder, place), 'utf8').catch(() => null);
    const kept = text === null ? null : parsed(text);
    const address = (server ?? kept?.server)?.replace(/\/+$/, '');
    if (address === undefined) throw new CommandError(2, 'name the server: --server https://learn.example.org');
    if (!/^https?:\/\/\S+$/.test(address)) throw new CommandError(2, `${address} is no address of a server: it begins with https://`);
    return new Base(folder, address, kept?.server === address ? kept.banks : {});
  }

  /** null: the two did not agree on such an item yet. */
  item(bank: string, id: string): Document | null {
    const items = Object.hasOwn(this.banks, bank) ? this.banks[bank] : undefined;
    return items !== undefined && Object.hasOwn(items, id) ? items[id] ?? null : null;
  }

  ids(bank: string): string[] {
    return Object.keys(Object.hasOwn(this.banks, bank) ? this.banks[bank] ?? {} : {});
  }

  /** Both have this now; null: neither has it. */
  agree(bank: string, id: string, document: Document | null): void {
    const items = (Object.hasOwn(this.banks, bank) ? this.banks[bank] : undefined) ?? {};
    if (document === null) delete items[id];
    else items[id] = document;
    this.banks[bank] = items;
  }

  async write(): Promise<void> {
    await mkdir(join(this.folder, '.preceptor'), { recursive: true });
    const temporary = join(this.folder, `${place}.part`);
    await writeFile(temporary, `${JSON.stringify({ format, server: this.server, banks: this.banks }, null, 1)}\n`);
    await rename(temporary, join(this.folder, place));
  }
}

function parsed(text: string): Kept {
  try {
    const { format: written, server, banks } = fieldsOf(JSON.parse(text));
    if (written !== format) throw new Unexpected();
    return { server: textOf(server), banks: mapOf(banks, (items) => mapOf(items, fieldsOf)) };
  } catch {
    throw new CommandError(1, `${place} is damaged. Bring back an older one, or remove it: then everything that differs is asked anew.`);
  }
}
