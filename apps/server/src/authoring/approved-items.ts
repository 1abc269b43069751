import { Injectable } from '@nestjs/common';
import type { Difficulty, Kind, Level } from '@preceptor/assessment';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { BankRow, ItemRow, RevisionRow } from './authoring.entity.js';

/** An item's newest approved version as far as it is chosen by, without what it says. */
export interface ApprovedFields {
  itemId: string;
  bankId: string;
  bank: string;
  /** of its bank; null: the whole course */
  unit: string | null;
  name: string;
  version: number;
  retired: boolean;
  kind: Kind;
  level: Level;
  difficulty: Difficulty;
  stem: string;
  statements: string[];
  tags: string[];
}
const partSize = 500;

/** What of the banks may go into assessments. Compiles nothing: `ItemStore.approved` does, for the few that are used. */
@Injectable()
export class ApprovedItems {
  constructor(private readonly database: Database) {}

  /** The approved items of some banks, retired ones left out. */
  ofBanks(actor: Actor, banks: readonly BankRow[]): Promise<ApprovedFields[]> {
    if (banks.length === 0) return Promise.resolve([]);
    return this.#read(banks, this.#query(actor).andWhere(`i.bankId IN (:...banks) AND i.state <> 'retired'`, { banks: banks.map(({ id }) => id) }));
  }

  /** Some items of the actor's organisation, retired ones too; what is not approved, or not there, is left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<ApprovedFields[]> {
    const wanted = [...new Set(ids)].filter(isId);
    if (wanted.length === 0) return [];
    const query = this.#query(actor).andWhere('i.id IN (:...ids)', { ids: wanted });
    return this.#read(await this.database.read.findBy(BankRow, { organisationId: actor.organisationId }), query);
  }

  #query(actor: Actor): SelectQueryBuilder<ItemRow> {
    return this.database.read.createQueryBuilder(ItemRow, 'i').where('i.organisationId = :organisation AND i.approvedVersion IS NOT NULL', { organisation: actor.organisationId });
  }

  async #read(banks: readonly BankRow[], query: SelectQueryBuilder<ItemRow>): Promise<ApprovedFields[]> {
    const rows = await query.orderBy('i.id').getMany();
    const versions = await this.#earlier(rows.filter(({ state }) => state !== 'approved'));
    const known = new Map(banks.map((bank) => [bank.id, bank]));
    return rows.flatMap((row): ApprovedFields[] => {
      const bank = known.get(row.bankId);
      // A row repeats its newest revision, which is another than the approved one once it was changed.
      const own = versions.get(row.id) ?? row;
      if (bank === undefined || row.approvedVersion === null || own.level === null || own.difficulty === null) return [];
      return [{
        itemId: row.id, bankId: bank.id, bank: bank.name, unit: bank.unit, name: row.name, version: row.approvedVersion, retired: row.state === 'retired', stem: row.stem,
        kind: own.kind as Kind, level: own.level as Level, difficulty: own.difficulty as Difficulty, statements: own.statements, tags: own.tags,
      }];
    });
  }

  async #earlier(rows: readonly ItemRow[]): Promise<Map<string, Pick<ItemRow, 'kind' | 'level' | 'difficulty' | 'statements' | 'tags'>>> {
    const found: RevisionRow[] = [];
    for (let from = 0; from < rows.length; from += partSize) {
      found.push(...await this.database.read.findBy(RevisionRow, rows.slice(from, from + partSize).map(({ id, approvedVersion }) => ({ itemId: id, version: approvedVersion ?? 0 }))));
    }
    return new Map(found.map(({ itemId, document }) => [itemId, {
      kind: textOf(document['kind']), level: textOf(document['level']), difficulty: textOf(document['difficulty']), statements: textsOf(document['statements']), tags: textsOf(document['tags']),
    }]));
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
