import { canonicalJson, mergeItem } from '@preceptor/course';
import { Base } from '../exchange/base.js';
import { bankFiles, placeOf, type BankFile, type Document } from '../exchange/bank-files.js';
import { conflictText, type ItemConflict } from '../exchange/conflicts.js';
import { Server, type PushedItem, type ServerBank, type ServerItem } from '../exchange/server.js';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

export interface PushCommand {
  server?: string;
  key: string;
  /** one bank; left out: all of the course source that the server has too */
  bank?: string;
  dryRun?: boolean;
}

/**
 * `preceptor push`: sends what changed in the banks of the course source to a server, where a changed item becomes a draft
 * that is reviewed again. Nothing of a bank is sent while the server has changes that were not pulled.
 */
export async function push(folder: string, { server: address, key, bank, dryRun = false }: PushCommand, terminal: Terminal): Promise<ExitCode> {
  const base = await Base.read(folder, address);
  const server = new Server(base.server, key);
  const files = await bankFiles(folder, terminal);
  let exit: ExitCode = 0;
  for (const { on, file } of await wanted(server, files, bank)) {
    const theirs = await server.items(on.id);
    const { changed, conflicts, removed } = compare(base, file, theirs);
    if (conflicts.length > 0) {
      terminal.err.write(`${conflictText(conflicts)}\n\n${file.path}: the server has changes that are not here. Pull first.\n`);
      exit = 1;
      continue;
    }
    for (const id of removed) terminal.err.write(`${file.path}: "${id}" is not here any more; the server still has it. Retire it there.\n`);
    if (dryRun) {
      for (const { name, revision } of changed) terminal.out.write(`${file.path}: would ${revision === null ? 'create' : 'change'} "${name}"\n`);
      continue;
    }
    for (const { name, outcome, message } of await server.push(on.id, changed)) {
      if (outcome === 'REFUSED' || outcome === 'CHANGED_MEANWHILE') {
        terminal.err.write(`${file.path}: "${name}" was not taken: ${message ?? 'somebody changed it meanwhile; pull first.'}\n`);
        exit = 1;
      } else {
        base.agree(on.name, name, file.items.get(name) ?? null);
        if (outcome !== 'UNCHANGED') terminal.out.write(`${file.path}: ${outcome === 'CREATED' ? 'created' : 'changed'} "${name}"\n`);
      }
    }
    for (const id of file.items.keys()) if (theirs.has(id) && same(file.items.get(id), theirs.get(id)?.document)) base.agree(on.name, id, file.items.get(id) ?? null);
    await base.write();
  }
  return exit;
}

function compare(base: Base, file: BankFile, theirs: ReadonlyMap<string, ServerItem>): { changed: PushedItem[]; conflicts: ItemConflict[]; removed: string[] } {
  const changed: PushedItem[] = [];
  const conflicts: ItemConflict[] = [];
  for (const [id, document] of file.items) {
    const there = theirs.get(id);
    const was = base.item(file.name, id);
    if (same(document, there?.document)) continue;
    if (there === undefined || same(was, there.document)) changed.push({ name: id, revision: there?.revision ?? null, document });
    else conflicts.push({ place: placeOf(file, id), item: id, fields: differences(was, document, there.document) });
  }
  const removed = [...theirs.keys()].filter((id) => !file.items.has(id) && base.item(file.name, id) !== null);
  return { changed, conflicts, removed };
}

/** Every field in which the server's differs from what was agreed on: what a pull would bring. */
function differences(was: Document | null, mine: Document, theirs: Document): ItemConflict['fields'] {
  const { conflicts } = mergeItem(was, mine, theirs);
  if (conflicts.length > 0) return conflicts;
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(theirs)])].filter((field) => !same(was?.[field], theirs[field])).map((field) => ({ field, base: was?.[field], mine: mine[field], theirs: theirs[field] }));
}

async function wanted(server: Server, files: ReadonlyMap<string, BankFile>, bank: string | undefined): Promise<{ on: ServerBank; file: BankFile }[]> {
  const all = await server.banks();
  if (bank !== undefined && !files.has(bank)) throw new CommandError(1, `the course source has no bank "${bank}"; its banks are ${[...files.keys()].join(', ') || '(none)'}.`);
  const found = all.flatMap((on) => {
    const file = files.get(on.name);
    return file === undefined || (bank !== undefined && on.name !== bank) ? [] : [{ on, file }];
  });
  if (found.length === 0) throw new CommandError(1, `the server has no bank ${bank === undefined ? 'of this course' : `"${bank}"`}: make one there first, with the same id.`);
  return found;
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);
