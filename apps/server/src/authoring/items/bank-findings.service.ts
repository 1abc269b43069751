import { Injectable } from '@nestjs/common';
import type { Item } from '@preceptor/assessment';
import { type Finding, lintBank, lintRules } from '@preceptor/assessment/lint';
import { compileItemDocument } from '@preceptor/course/items';
import { In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { ItemRow, RevisionRow, WaiverRow } from '../authoring.entity.js';
import type { BankFinding, BankFindings } from './bank-findings.types.js';
import { ItemSettings } from './item-settings.js';

const limits = { items: 500, findings: 200, others: 20, atOnce: 20, kept: 5_000 };

/** The item lint over a bank: what shows only when its items stand beside each other. */
@Injectable()
export class BankFindingsService {
  /** Compiled items by item and revision: a revision never changes, so each is compiled once; the first made goes first. One that does not compile may yet, once its picture is there. */
  readonly #compiled = new Map<string, Item>();

  constructor(private readonly database: Database, private readonly settings: ItemSettings) {}

  /** Looks at a bank that the actor has been given. Others are served between its items. Batched within a request. */
  async of(actor: Actor, bankId: string): Promise<BankFindings> {
    const found = await actor.loader('authoring.bankFindings', async (ids) => new Map(await Promise.all(ids.map(async (id): Promise<[string, BankFindings]> => [id, await this.#look(actor, id)])))).load(bankId);
    return found ?? { findings: [], looked: 0 };
  }

  async #look(actor: Actor, bankId: string): Promise<BankFindings> {
    const rows = await this.database.read.createQueryBuilder(ItemRow, 'i').where(`i.organisationId = :organisation AND i.bankId = :bankId AND i.state <> 'retired'`, { organisation: actor.organisationId, bankId })
      .orderBy('i.updatedAt', 'DESC').addOrderBy('i.id').take(limits.items).getMany();
    const items = await this.#items(actor, bankId, rows);
    const ids = new Map(rows.map(({ id, name }) => [name, id]));
    const waivers = rows.length === 0 ? [] : await this.database.read.findBy(WaiverRow, { organisationId: actor.organisationId, itemId: In(rows.map(({ id }) => id)), rule: In(besideRules) });
    const findings = lintBank(items).findings.filter(({ code }) => besideRules.includes(code)).slice(0, limits.findings);
    return { looked: items.length, findings: findings.map((finding) => viewOf(finding, ids, waivers)) };
  }

  async #items(actor: Actor, bankId: string, rows: readonly ItemRow[]): Promise<Item[]> {
    const keyOf = ({ id, revision }: Pick<ItemRow, 'id' | 'revision'>): string => `${id} ${revision}`;
    const unknown = rows.filter((row) => !this.#compiled.has(keyOf(row)));
    const revisions = unknown.length === 0 ? [] : await this.database.read.findBy(RevisionRow, unknown.map(({ id, revision }) => ({ itemId: id, revision })));
    const setting = await this.settings.of(this.database.read, actor, bankId, revisions.map(({ document }) => document));
    for (const [number, { itemId, revision, document }] of revisions.entries()) {
      if (number % limits.atOnce === limits.atOnce - 1) await new Promise(setImmediate);
      const { item } = compileItemDocument(document, setting);
      if (item !== null) this.#compiled.set(keyOf({ id: itemId, revision }), item);
    }
    const items = rows.flatMap((row) => this.#compiled.get(keyOf(row)) ?? []);
    for (const key of this.#compiled.keys()) {
      if (this.#compiled.size <= limits.kept) break;
      this.#compiled.delete(key);
    }
    return items;
  }
}

const besideRules: readonly string[] = Object.entries(lintRules).flatMap(([code, rule]) => ('checkBank' in rule ? [code] : []));

function viewOf({ code, severity, item, message, advice, rules, others }: Finding, ids: ReadonlyMap<string, string>, waivers: readonly WaiverRow[]): BankFinding {
  const itemId = item === null ? null : ids.get(item) ?? null;
  const waiver = waivers.find((one) => one.itemId === itemId && one.rule === code);
  return {
    rule: code, title: lintRules[code].title, severity, message, advice, explanation: lintRules[code].why, sources: [...rules],
    waiver: waiver === undefined ? null : { reason: waiver.reason, at: waiver.at, accountId: waiver.accountId },
    itemId, otherIds: others.flatMap((name) => ids.get(name) ?? []).slice(0, limits.others),
  };
}
