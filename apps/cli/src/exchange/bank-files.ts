import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBank, type WrittenBank } from '@preceptor/course';
import { printDiagnostics } from '../output/diagnostics.js';
import { CommandError, type Terminal } from '../terminal.js';

export type Document = Record<string, unknown>;
/** A bank of a course source: its file below the course folder, the file's text, and its items by id in their order. */
export interface BankFile { path: string; text: string; name: string; title: string; items: Map<string, Document>; /** the line on which each item begins */ lines: Map<string, number> }

/** The banks of a course source by id. Fails with what is wrong where one can't be read: nothing is to be joined to half of a bank. */
export async function bankFiles(folder: string, terminal: Terminal): Promise<Map<string, BankFile>> {
  const found = new Map<string, BankFile>();
  for (const path of await bankPaths(folder)) {
    const text = await readFile(join(folder, path), 'utf8');
    const bank = readBank(path, text);
    if (bank.head === null || bank.diagnostics.length > 0) {
      printDiagnostics(bank.diagnostics, folder, terminal.err);
      throw new CommandError(1, `${path} can't be read as a bank: mend it first.`);
    }
    found.set(bank.head.id, { path, text, name: bank.head.id, title: bank.head.title, ...byId(path, bank) });
  }
  return found;
}

function byId(path: string, { items: written }: WrittenBank): Pick<BankFile, 'items' | 'lines'> {
  const items = new Map<string, Document>();
  const lines = new Map<string, number>();
  for (const { document, line } of written) {
    const { id } = document;
    if (typeof id !== 'string' || items.has(id)) throw new CommandError(1, `${path}:${line}: ${typeof id === 'string' ? `there are two items "${id}"` : 'this item has no id'}. Mend it first.`);
    items.set(id, document);
    lines.set(id, line);
  }
  return { items, lines };
}

/** Where an item stands, for people: the file and its line. One that is not in the file any more stands at its beginning. */
export function placeOf({ path, lines }: Pick<BankFile, 'path' | 'lines'>, id: string): string {
  return `${path}:${lines.get(id) ?? 1}`;
}

/** Where banks stand in a course source: `banks/*.yaml`, and `bank.yaml` of each unit. */
async function bankPaths(folder: string): Promise<string[]> {
  const own = (await readdir(join(folder, 'banks')).catch(() => [])).filter((name) => name.endsWith('.yaml')).map((name) => `banks/${name}`);
  const units = await readdir(join(folder, 'units'), { withFileTypes: true }).catch(() => []);
  const ofUnits = await Promise.all(units.filter((entry) => entry.isDirectory()).map(async ({ name }) => {
    const there = await readdir(join(folder, 'units', name));
    return there.includes('bank.yaml') ? [`units/${name}/bank.yaml`] : [];
  }));
  return [...own, ...ofUnits.flat()].sort();
}
