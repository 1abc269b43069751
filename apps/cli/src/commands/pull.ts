import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mergeItem, newBank, writeBank } from '@preceptor/course';
import { Base } from '../exchange/base.js';
import { bankFiles, placeOf, type BankFile, type Document } from '../exchange/bank-files.js';
import { conflictText, type ItemConflict } from '../exchange/conflicts.js';
import { Server, type ServerBank } from '../exchange/server.js';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

export interface PullCommand {
  server?: string;
  key: string;
  /** one bank; left out: all that the course source has, where the server has them too */
  bank?: string;
  /** whose field stands where both changed one */
  prefer?: 'mine' | 'theirs';
  dryRun?: boolean;
}

/**
 * `preceptor pull`: brings what changed in a server's banks into the course source, item by item and field by field, and
 * leaves what changed here. Where both changed one field it says so and leaves that item as it is here. A file is
 * written whole or not at all.
 */
export async function pull(folder: string, { server: address, key, bank, prefer, dryRun = false }: PullCommand, terminal: Terminal): Promise<ExitCode> {
  const base = await Base.read(folder, address);
  const server = new Server(base.server, key);
  const files = await bankFiles(folder, terminal);
  const conflicts: ItemConflict[] = [];
  for (const on of await wantedBanks(server, files, bank)) {
    const file = files.get(on.name);
    const theirs = await server.items(on.id);
    const before = file?.items ?? new Map<string, Document>();
    const after = new Map<string, Document>();
    for (const id of new Set([...before.keys(), ...theirs.keys(), ...base.ids(on.name)])) {
      const [was, mine, there] = [base.item(on.name, id), before.get(id) ?? null, theirs.get(id)?.document ?? null];
      const merged = prefer === 'theirs' ? preferringTheirs(was, mine, there) : mergeItem(was, mine, there);
      const open = merged.conflicts.length > 0 && prefer === undefined;
      if (open) conflicts.push({ place: file === undefined ? `banks/${on.name}.yaml:1` : placeOf(file, id), item: id, fields: merged.conflicts });
      else base.agree(on.name, id, there);
      const stands = open ? mine : merged.item;
      if (stands !== null) after.set(id, stands);
    }
    const text = textOf(file, on, after);
    if (text !== (file?.text ?? '')) {
      const path = file?.path ?? `banks/${on.name}.yaml`;
      terminal.out.write(`${path}: ${changeOf(before, after)}${dryRun ? ', not written' : ''}\n`);
      if (!dryRun) await writeWhole(join(folder, path), text);
    }
  }
  if (!dryRun) await base.write();
  if (conflicts.length === 0) return 0;
  terminal.err.write(`${conflictText(conflicts)}\n\n${conflicts.length} ${conflicts.length === 1 ? 'item was' : 'items were'} changed here and on the server; ${conflicts.length === 1 ? 'it stands' : 'they stand'} as here. Say whose field holds: --prefer mine or --prefer theirs, or make both the same.\n`);
  return 1;
}

async function wantedBanks(server: Server, files: ReadonlyMap<string, BankFile>, bank: string | undefined): Promise<ServerBank[]> {
  const all = await server.banks();
  const wanted = all.filter(({ name }) => (bank === undefined ? files.has(name) : name === bank));
  if (wanted.length > 0) return wanted;
  const known = all.map(({ name }) => name).join(', ');
  throw new CommandError(1, bank === undefined ? `the server has no bank of this course; its banks are ${known || '(none)'}. Name one with --bank, or push.` : `the server has no bank "${bank}"; its banks are ${known || '(none)'}.`);
}

function preferringTheirs(was: Document | null, mine: Document | null, there: Document | null): ReturnType<typeof mergeItem> {
  return mergeItem(was, there, mine);
}

function textOf(file: BankFile | undefined, { name, title }: ServerBank, after: ReadonlyMap<string, Document>): string {
  if (file !== undefined) return writeBank(file.text, [...after.values()]);
  return after.size === 0 ? '' : newBank({ id: name, title }, [...after.values()]);
}

function changeOf(before: ReadonlyMap<string, Document>, after: ReadonlyMap<string, Document>): string {
  const added = [...after.keys()].filter((id) => !before.has(id)).length;
  const gone = [...before.keys()].filter((id) => !after.has(id)).length;
  const changed = [...after].filter(([id, document]) => before.has(id) && JSON.stringify(before.get(id)) !== JSON.stringify(document)).length;
  return [[added, 'new'], [changed, 'changed'], [gone, 'removed']].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(', ');
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}
