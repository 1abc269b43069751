import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, nowText } from '../../platform/ids.js';
import { ItemRow, RevisionRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemBatches } from '../items/item-batches.js';
import type { ItemDocument } from '../items/read-document.js';
import { AlikeRow, ComparisonRow, UnlikeRow } from './alike.entity.js';
import { compareApart } from './compare.js';
import { questionLines } from './question-text.js';

/** From this Jaccard index on, items are shown as alike. */
const least = 0.6;
/** Shorter questions are alike by chance, in characters. */
const fewest = 30;
const atOnce = 250;

/** Finds items that say nearly the same, keeps what was found, and remembers what people say of it. */
@Injectable()
export class DuplicatesService {
  readonly #running = new Set<string>();

  constructor(private readonly database: Database, private readonly batches: ItemBatches) {}

  /** Compares all items in use of the organisation, each with each as far as they may be alike, and keeps the pairs in place of those before. */
  async compare(actor: Actor): Promise<ComparisonRow> {
    const { organisationId } = actor;
    if (this.#running.has(organisationId)) throw authoringErrors.COMPARING();
    this.#running.add(organisationId);
    try {
      const began = performance.now();
      const { ids, texts, items } = await this.#texts(organisationId);
      const pairs = await compareApart({ texts, least });
      const found = pairs.map(({ first, second, likeness }) => ({ ...inOrder(ids[first] ?? '', ids[second] ?? ''), organisationId, likeness }));
      const done = { organisationId, at: nowText(), items, milliseconds: Math.round(performance.now() - began) };
      await this.database.write(async (manager) => {
        await manager.delete(AlikeRow, { organisationId });
        await this.database.insertMany(manager, 'authoring_alike', found.map(({ firstId, secondId, likeness }) => ({ first_id: firstId, second_id: secondId, organisation_id: organisationId, likeness })));
        await manager.upsert(ComparisonRow, done, ['organisationId']);
      });
      return done;
    } finally {
      this.#running.delete(organisationId);
    }
  }

  lastComparison(actor: Actor): Promise<ComparisonRow | null> {
    return this.database.read.findOneBy(ComparisonRow, { organisationId: actor.organisationId });
  }

  /** Pairs, likest first, of items that are both in use and that nobody has said are no duplicates; one row more than asked for where more follow. `bankId`: one of them lies in it. */
  async page(actor: Actor, bankId: string | null, { first, after }: Page): Promise<{ rows: AlikeRow[]; total: number }> {
    const query = this.#standing(actor, bankId);
    const total = await query.getCount();
    if (after !== null) query.andWhere('(a.likeness < :likeness OR (a.likeness = :likeness AND (a.firstId > :firstId OR (a.firstId = :firstId AND a.secondId > :secondId))))', { likeness: after[0], firstId: after[1], secondId: after[2] });
    return { rows: await query.orderBy('a.likeness', 'DESC').addOrderBy('a.firstId').addOrderBy('a.secondId').limit(first + 1).getMany(), total };
  }

  /** Remembers that two items are no duplicates of each other; `said` false: forgets it. */
  async say(actor: Actor, one: string, other: string, said: boolean): Promise<void> {
    const items = one === other || !isId(one) || !isId(other) ? 0 : await this.database.read.countBy(ItemRow, { id: In([one, other]), organisationId: actor.organisationId });
    if (items !== 2) throw platformErrors.NOT_FOUND();
    const pair = inOrder(one, other);
    await this.database.write((manager: EntityManager) => (said
      ? this.database.insertMany(manager, 'authoring_unlike', [{ first_id: pair.firstId, second_id: pair.secondId, organisation_id: actor.organisationId, account_id: actor.accountId, at: nowText() }], '("first_id", "second_id") DO NOTHING')
      : manager.delete(UnlikeRow, { ...pair, organisationId: actor.organisationId }).then(() => undefined)));
  }

  /** What an item asks and offers, a line each; batched within a request. */
  async lines(actor: Actor, itemId: string): Promise<string[]> {
    return await actor.loader('authoring.questionLines', async (ids) => {
      const rows = await this.database.read.findBy(ItemRow, { id: In([...ids]), organisationId: actor.organisationId });
      const documents = await this.batches.documents(this.database.read, rows);
      return new Map([...documents].map(([id, document]) => [id, questionLines(document)]));
    }).load(itemId) ?? [];
  }

  #standing(actor: Actor, bankId: string | null): SelectQueryBuilder<AlikeRow> {
    const query = this.database.read.createQueryBuilder(AlikeRow, 'a')
      .innerJoin(ItemRow, 'o', `o.id = a.firstId AND o.state <> 'retired'`).innerJoin(ItemRow, 't', `t.id = a.secondId AND t.state <> 'retired'`)
      .where('a.organisationId = :organisation', { organisation: actor.organisationId })
      .andWhere((outer) => `NOT EXISTS ${outer.subQuery().select('1').from(UnlikeRow, 'u').where('u.firstId = a.firstId AND u.secondId = a.secondId').getQuery()}`);
    return bankId === null ? query : query.andWhere('(o.bankId = :bank OR t.bankId = :bank)', { bank: isId(bankId) ? bankId : '' });
  }

  async #texts(organisationId: string): Promise<{ ids: string[]; texts: string[]; items: number }> {
    const ids: string[] = [];
    const texts: string[] = [];
    let items = 0;
    for (let after = ''; ;) {
      const rows: { id: string; document: string }[] = await this.database.read.createQueryBuilder(ItemRow, 'i').innerJoin(RevisionRow, 'r', 'r.itemId = i.id AND r.revision = i.revision')
        .select('i.id', 'id').addSelect('r.document', 'document').where(`i.organisationId = :organisationId AND i.state <> 'retired' AND i.id > :after`, { organisationId, after }).orderBy('i.id').limit(atOnce).getRawMany();
      for (const { id, document } of rows) {
        const text = questionLines(JSON.parse(document) as ItemDocument).join(' ');
        if (text.length < fewest) continue;
        ids.push(id);
        texts.push(text);
      }
      items += rows.length;
      if (rows.length < atOnce) return { ids, texts, items };
      after = rows.at(-1)?.id ?? '';
      await new Promise(setImmediate);
    }
  }
}

function inOrder(one: string, other: string): { firstId: string; secondId: string } {
  return one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one };
}
