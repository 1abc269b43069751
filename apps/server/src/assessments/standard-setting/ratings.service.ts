import { Injectable } from '@nestjs/common';
import type { Item } from '@preceptor/assessment';
import { In } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { PanelItemRow, PanelistRow, PanelRow, PlanRow, RatingRow } from '../assessments.entity.js';
import { assessmentsErrors } from '../errors.js';
import { PanelsService } from './panels.service.js';

const ratingsInput = z.array(z.object({
  item: z.string(),
  percent: z.int('A whole number from 0 to 100 is needed.').min(0, 'From 0 to 100.').max(100, 'From 0 to 100.').nullable(),
})).max(500, 'At most 500 ratings at once.');

export interface Task { panel: PanelRow; title: string; items: number; rated: number }
/** `others`: what the other panelists thought on average in the round before, in percent; null: this is the first. */
export interface TaskItem { itemId: string; place: number; item: Item; percent: number | null; others: number | null }

/** What a panelist does: she sees what waits for her, and rates. */
@Injectable()
export class RatingsService {
  constructor(private readonly database: Database, private readonly panels: PanelsService) {}

  /** The open panels that the actor is on, newest first, at most 50. */
  async tasks(actor: Actor): Promise<Task[]> {
    const panels = await this.database.read.createQueryBuilder(PanelRow, 'p').innerJoin(PanelistRow, 'm', 'm.panelId = p.id AND m.accountId = :account', { account: actor.accountId })
      .where('p.organisationId = :organisation AND p.open = :open', { organisation: actor.organisationId, open: this.database.engine === 'sqlite' ? 1 : true }).orderBy('p.id', 'DESC').take(50).getMany();
    return this.#described(actor, panels);
  }

  /** A panel that the actor is on, open or not; null: none with this id. */
  async task(actor: Actor, panelId: string): Promise<Task | null> {
    const panel = isId(panelId) ? await this.database.read.findOneBy(PanelRow, { id: panelId, organisationId: actor.organisationId }) : null;
    if (panel === null || !await this.database.read.existsBy(PanelistRow, { panelId, accountId: actor.accountId })) return null;
    return (await this.#described(actor, [panel]))[0] ?? null;
  }

  /** A page of the items to rate; one more than asked for where more follow. */
  async items(actor: Actor, panel: PanelRow, { first, after }: Page): Promise<{ rows: TaskItem[]; total: number }> {
    const query = this.database.read.createQueryBuilder(PanelItemRow, 'i').addSelect('i.item').where('i.panelId = :panel', { panel: panel.id });
    const total = await query.getCount();
    if (after !== null) query.andWhere('i.place > :place', { place: after[0] });
    const rows = await query.orderBy('i.place').limit(first + 1).getMany();
    const own = new Map((await this.database.read.findBy(RatingRow, { panelId: panel.id, round: panel.round, accountId: actor.accountId })).map(({ itemId, percent }) => [itemId, percent]));
    const before = panel.round === 1 ? [] : (await this.database.read.findBy(RatingRow, { panelId: panel.id, round: panel.round - 1 })).filter(({ accountId }) => accountId !== actor.accountId);
    const others = (id: string) => { const given = before.filter(({ itemId }) => itemId === id); return given.length === 0 ? null : given.reduce((sum, { percent }) => sum + percent, 0) / given.length; };
    // It was written by our own compiler when the panel was opened.
    return { total, rows: rows.map(({ itemId, place, item }) => ({ itemId, place, item: JSON.parse(item) as Item, percent: own.get(itemId) ?? null, others: others(itemId) })) };
  }

  /** Keeps the actor's ratings of a panel's round; `percent` null takes one back. */
  async rate(actor: Actor, panelId: string, round: number, input: unknown): Promise<Task> {
    const ratings = parseInput(ratingsInput, input, 'ratings');
    const task = await this.task(actor, panelId);
    if (task === null) throw platformErrors.NOT_FOUND({ path: ['panel'] });
    const known = new Set((await this.panels.items(task.panel)).map(({ itemId }) => itemId));
    const unknown = ratings.findIndex(({ item }) => !known.has(item));
    if (unknown >= 0) throw platformErrors.NOT_FOUND({ path: ['ratings', String(unknown), 'item'] });
    await this.database.write(async (manager) => {
      const panel = await manager.findOneByOrFail(PanelRow, { id: panelId });
      if (!panel.open) throw assessmentsErrors.PANEL_CLOSED();
      if (panel.round !== round) throw platformErrors.CONFLICT({ says: 'Another round has begun. Open the page again: your ratings are kept.', path: ['round'] });
      const at = nowText();
      for (const { item, percent } of ratings) {
        const key = { panelId, round, accountId: actor.accountId, itemId: item };
        if (percent === null) await manager.delete(RatingRow, key);
        else await manager.save(RatingRow, { ...key, percent, at });
      }
    });
    return await this.task(actor, panelId) ?? task;
  }

  async #described(actor: Actor, panels: readonly PanelRow[]): Promise<Task[]> {
    if (panels.length === 0) return [];
    const ids = panels.map(({ id }) => id);
    const plans = new Map((await this.database.read.findBy(PlanRow, { id: In(panels.map(({ planId }) => planId)) })).map(({ id, title }) => [id, title]));
    const items = await this.#counts(PanelItemRow, 'r.panelId IN (:...ids)', { ids });
    const rated = await this.#counts(RatingRow, 'r.panelId IN (:...ids) AND r.accountId = :account', { ids, account: actor.accountId });
    return panels.map((panel) => ({ panel, title: plans.get(panel.planId) ?? '', items: countIn(items, panel.id), rated: countIn(rated.filter(({ round }) => round === panel.round), panel.id) }));
  }

  async #counts(entity: typeof PanelItemRow | typeof RatingRow, where: string, parameters: object): Promise<{ panel: string; round: number | null; rows: number }[]> {
    const query = this.database.read.createQueryBuilder<PanelItemRow | RatingRow>(entity, 'r').select('r.panelId', 'panel').addSelect('COUNT(*)', 'rows').where(where, parameters).groupBy('r.panelId');
    if (entity === RatingRow) query.addSelect('r.round', 'round').addGroupBy('r.round');
    const rows: { panel: string; round?: number | string; rows: number | string }[] = await query.getRawMany();
    return rows.map((row) => ({ panel: row.panel, round: row.round === undefined ? null : Number(row.round), rows: Number(row.rows) }));
  }
}

const countIn = (counts: readonly { panel: string; rows: number }[], panel: string): number => counts.find((one) => one.panel === panel)?.rows ?? 0;
