import { Injectable } from '@nestjs/common';
import { lintCodes } from '@preceptor/assessment/lint';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { type ItemRow, WaiverRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemStore } from '../item-store.js';
import { hindrance } from './hindrance.js';

const mostReason = 1_000;

/** Findings of the item lint that somebody answers for. */
@Injectable()
export class WaiversService {
  constructor(private readonly database: Database, private readonly store: ItemStore) {}

  /** Lets what a rule finds in an item stand, for a reason; in place of a reason given before. */
  waive(actor: Actor, itemId: string, rule: string, reason: string): Promise<ItemRow> {
    const said = reason.trim();
    if (said === '') throw authoringErrors.REASON_MISSING({ path: ['reason'] });
    if (said.length > mostReason) throw platformErrors.BAD_INPUT({ says: 'A reason has at most 1,000 characters.', path: ['reason'] });
    if (!lintCodes.some((code) => code === rule)) throw platformErrors.BAD_INPUT({ says: 'The item lint has no rule of this name.', path: ['rule'] });
    return this.#change(actor, itemId, async (manager, { organisationId }) => {
      await manager.upsert(WaiverRow, { itemId, rule, organisationId, reason: said, accountId: actor.accountId, at: nowText() }, ['itemId', 'rule']);
    });
  }

  unwaive(actor: Actor, itemId: string, rule: string): Promise<ItemRow> {
    return this.#change(actor, itemId, async (manager) => { await manager.delete(WaiverRow, { itemId, rule }); });
  }

  /** The waivers of an item by rule; batched within a request. */
  async of(actor: Actor, itemId: string): Promise<WaiverRow[]> {
    return await this.#loader(actor).load(itemId) ?? [];
  }

  async #change(actor: Actor, itemId: string, change: (manager: EntityManager, row: ItemRow) => Promise<void>): Promise<ItemRow> {
    const changed = await this.database.write(async (manager) => {
      const row = await this.store.locked(manager, actor, itemId);
      const against = hindrance('waive', actor, { ...row, wrote: false });
      if (against !== null) throw against;
      await change(manager, row);
      return this.store.reread(manager, actor, itemId);
    });
    this.#loader(actor).clear(itemId);
    return changed;
  }

  #loader(actor: Actor): ReturnType<typeof actor.loader<WaiverRow[]>> {
    return actor.loader('authoring.waivers', async (ids) => {
      const rows = await this.database.read.find(WaiverRow, { where: { itemId: In([...ids]), organisationId: actor.organisationId }, order: { rule: 'ASC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.itemId === id)]));
    });
  }
}
