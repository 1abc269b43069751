import { Injectable } from '@nestjs/common';
import { lintCodes } from '@preceptor/assessment/lint';
import { In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { type ItemRow, WaiverRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemStore } from '../item-store.js';

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
    return this.database.write(async (manager) => {
      const { organisationId } = await this.store.locked(manager, actor, itemId);
      await manager.upsert(WaiverRow, { itemId, rule, organisationId, reason: said, accountId: actor.accountId, at: nowText() }, ['itemId', 'rule']);
      return this.store.reread(manager, actor, itemId);
    });
  }

  unwaive(actor: Actor, itemId: string, rule: string): Promise<ItemRow> {
    return this.database.write(async (manager) => {
      await this.store.locked(manager, actor, itemId);
      await manager.delete(WaiverRow, { itemId, rule });
      return this.store.reread(manager, actor, itemId);
    });
  }

  /** The waivers of an item by rule; batched within a request. */
  async of(actor: Actor, itemId: string): Promise<WaiverRow[]> {
    const found = await actor.loader('authoring.waivers', async (ids) => {
      const rows = await this.database.read.find(WaiverRow, { where: { itemId: In([...ids]), organisationId: actor.organisationId }, order: { rule: 'ASC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.itemId === id)]));
    }).load(itemId);
    return found ?? [];
  }
}
