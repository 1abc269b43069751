import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId, nowText } from '../../platform/ids.js';
import { DecisionRow, ItemRow, type ItemState, type ItemValues } from '../authoring.entity.js';
import { ItemBatches, type PreparedSave } from '../items/item-batches.js';
import { ItemSettings } from '../items/item-settings.js';
import { type ItemDocument, readDocument, readText, type ReadFields } from '../items/read-document.js';
import { isOfDocument, withValues } from './bulk-change.js';

/** An item and what it gets. `approve`: it needs nobody's second look. */
export interface BulkSave { row: ItemRow; values: ItemValues; approve: boolean }
/** A document read beforehand: it holds as long as the item's revision does. */
type Prepared = Map<string, { revision: number; document: ItemDocument; read: ReadFields }>;

/** Writes what a change of many items gives them. */
@Injectable()
export class BulkWriter {
  constructor(private readonly database: Database, private readonly batches: ItemBatches, private readonly settings: ItemSettings) {}

  /** Reads what the documents become, before the transaction: one that does not compile yet must be compiled, which takes a while. */
  async prepare(actor: Actor, saves: readonly Pick<BulkSave, 'row' | 'values'>[]): Promise<Prepared> {
    const prepared: Prepared = new Map();
    await this.#read(this.database.read, actor, saves, prepared);
    return prepared;
  }

  /** Writes them; items are as they are in this transaction. */
  async write(manager: EntityManager, actor: Actor, saves: readonly BulkSave[], prepared: Prepared): Promise<void> {
    await this.#read(manager, actor, saves, prepared);
    await this.batches.save(manager, actor, 'bulk', saves.flatMap(({ row, approve }): PreparedSave[] => {
      const found = prepared.get(row.id);
      return found === undefined ? [] : [{ row, name: row.name, document: found.document, read: found.read, approve }];
    }));
    await this.#move(manager, saves);
    await this.#decide(manager, actor, saves);
  }

  async #read(manager: EntityManager, actor: Actor, saves: readonly Pick<BulkSave, 'row' | 'values'>[], prepared: Prepared): Promise<void> {
    const unread = saves.filter(({ row, values }) => isOfDocument(values) && prepared.get(row.id)?.revision !== row.revision);
    const documents = await this.batches.documents(manager, unread.map(({ row }) => row));
    for (const bankId of new Set(unread.map(({ row }) => row.bankId))) {
      const ofBank = unread.filter(({ row }) => row.bankId === bankId);
      const setting = await this.settings.of(manager, actor, bankId, ofBank.filter(({ row }) => !row.sound).map(({ row }) => documents.get(row.id)));
      for (const { row, values } of ofBank) {
        const document = withValues(documents.get(row.id) ?? {}, values);
        if (!row.sound) await new Promise(setImmediate);
        prepared.set(row.id, { revision: row.revision, document, read: row.sound ? stillSound(row, values, document) : readDocument(document, setting, []) });
      }
    }
  }

  async #move(manager: EntityManager, saves: readonly BulkSave[]): Promise<void> {
    const folders = new Map<string | null, string[]>();
    for (const { row, values: { folderId } } of saves) if (folderId !== undefined) folders.set(folderId, [...folders.get(folderId) ?? [], row.id]);
    for (const [folderId, ids] of folders) for (const part of partsOf(ids)) await manager.update(ItemRow, { id: In(part) }, { folderId });
  }

  async #decide(manager: EntityManager, actor: Actor, saves: readonly BulkSave[]): Promise<void> {
    const decided = saves.flatMap(({ row, values: { state } }) => (state === undefined ? [] : [{ row, state }]));
    const at = nowText();
    for (const part of partsOf(decided)) {
      await manager.insert(DecisionRow, part.map(({ row, state }) => ({ id: newId(), itemId: row.id, organisationId: row.organisationId, revision: row.revision, fromState: row.state, toState: state, note: null, accountId: actor.accountId, at })));
    }
    for (const state of new Set<ItemState>(decided.map((one) => one.state))) {
      for (const part of partsOf(decided.filter((one) => one.state === state))) await manager.update(ItemRow, { id: In(part.map(({ row }) => row.id)) }, { state });
    }
  }
}

/** An item that compiles goes on compiling with other labels, and of the rules of lint one alone looks at them: that it names a statement. */
function stillSound(row: ItemRow, { tags = row.tags, statements = row.statements, level = row.level, difficulty = row.difficulty }: ItemValues, document: ItemDocument): ReadFields {
  const unnamed = Number(statements.length === 0) - Number(row.statements.length === 0);
  return { kind: row.kind, stem: row.stem, sound: level !== null && difficulty !== null, findings: Math.max(0, row.findings + unnamed), tags, statements, level, difficulty, text: readText(document) };
}

function partsOf<T>(all: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}
