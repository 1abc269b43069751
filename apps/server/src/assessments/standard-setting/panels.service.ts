import { Injectable } from '@nestjs/common';
import { angoff, type AngoffResult } from '@preceptor/assessment/forms';
import { type EntityManager, In } from 'typeorm';
import { ItemStore } from '../../authoring/item-store.js';
import type { Actor, Role } from '../../identity/actor.js';
import { MembersService } from '../../identity/members.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { PanelItemRow, PanelistRow, PanelRow, type PlanRow, RatingRow } from '../assessments.entity.js';
import { assessmentsErrors } from '../errors.js';
import { FormsService, idsOf } from '../forms/forms.service.js';
import { PlansService } from '../plans/plans.service.js';

/** Who may be on a panel: nobody who takes courses alone. */
export const panelRoles = ['INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR'] as const satisfies readonly Role[];
const mostPanelists = 50;

/** Panels that set a pass mark by Angoff's method: opened of a plan's forms, rated in rounds, their cut taken. */
@Injectable()
export class PanelsService {
  constructor(private readonly database: Database, private readonly plans: PlansService, private readonly forms: FormsService, private readonly store: ItemStore, private readonly members: MembersService) {}

  /** The newest panel of a plan; null: none was opened. */
  async of(actor: Actor, planId: string): Promise<PanelRow | null> {
    await this.plans.must(actor, planId);
    return this.database.read.findOne(PanelRow, { where: { planId, organisationId: actor.organisationId }, order: { id: 'DESC' } });
  }

  /** Opens a panel on the items of the plan's forms as they are approved now. */
  async open(actor: Actor, planId: string, panelists: readonly string[]): Promise<PanelRow> {
    const plan = await this.plans.must(actor, planId);
    const ids = [...new Set((await this.forms.of(plan)).flatMap(idsOf))];
    if (ids.length === 0) throw assessmentsErrors.NO_FORMS();
    await this.#checkPanelists(actor, panelists);
    const approved = new Map((await this.store.approved(actor, { itemIds: ids })).map((one) => [one.itemId, one]));
    if (approved.size < ids.length) throw assessmentsErrors.ITEM_NOT_APPROVED({ path: ['plan'] });
    const row: PanelRow = { id: newId(), organisationId: actor.organisationId, planId, round: 1, open: true, openedAt: nowText(), openedBy: actor.accountId };
    await this.database.write(async (manager) => {
      await this.plans.locked(manager, actor, planId);
      if ((await manager.findBy(PanelRow, { planId })).some((panel) => panel.open)) throw assessmentsErrors.PANEL_OPEN();
      await manager.insert(PanelRow, row);
      await this.database.insertMany(manager, 'assessments_panel_item', ids.map((id, place) => {
        const found = approved.get(id);
        return { panel_id: row.id, place, item_id: id, name: found?.name ?? '', points: found?.item.maxScore ?? 1, item: JSON.stringify(found?.item) };
      }));
      await this.#invite(manager, row, panelists);
    });
    return row;
  }

  async invite(actor: Actor, panelId: string, panelists: readonly string[]): Promise<PanelRow> {
    await this.#checkPanelists(actor, panelists);
    return this.#changed(actor, panelId, (panel, manager) => this.#invite(manager, panel, panelists));
  }

  /** Takes somebody off the panel; her ratings count no more. */
  dismiss(actor: Actor, panelId: string, accountId: string): Promise<PanelRow> {
    return this.#changed(actor, panelId, async (panel, manager) => {
      await manager.delete(RatingRow, { panelId: panel.id, accountId });
      await manager.delete(PanelistRow, { panelId: panel.id, accountId });
    });
  }

  /** Begins another round: each panelist's ratings stand until she changes them, and she sees what the others think on average. */
  nextRound(actor: Actor, panelId: string): Promise<PanelRow> {
    return this.#changed(actor, panelId, async (panel, manager) => {
      if ((await this.result(panel)).counted < 2) throw assessmentsErrors.TOO_FEW_RATINGS();
      const ratings = await manager.findBy(RatingRow, { panelId: panel.id, round: panel.round });
      await this.database.insertMany(manager, 'assessments_rating', ratings.map(({ accountId, itemId, percent, at }) => ({ panel_id: panel.id, round: panel.round + 1, account_id: accountId, item_id: itemId, percent, at })));
      await manager.update(PanelRow, { id: panel.id }, { round: panel.round + 1 });
    });
  }

  close(actor: Actor, panelId: string): Promise<PanelRow> {
    return this.#changed(actor, panelId, async (panel, manager) => { await manager.update(PanelRow, { id: panel.id }, { open: false }); });
  }

  /** Makes the panel's cut the plan's pass mark, in whole thousandths. */
  async take(actor: Actor, panelId: string, revision: number): Promise<PlanRow> {
    const panel = await this.must(actor, panelId);
    const { cut, counted } = await this.result(panel);
    if (cut === null || counted < 2) throw assessmentsErrors.TOO_FEW_RATINGS();
    return this.plans.write(actor, panel.planId, revision, () => ({ passMark: Math.round(cut * 1000) / 1000, passMarkPanel: panel.id }));
  }

  async must(actor: Actor, panelId: string): Promise<PanelRow> {
    const panel = isId(panelId) ? await this.database.read.findOneBy(PanelRow, { id: panelId, organisationId: actor.organisationId }) : null;
    if (panel === null) throw platformErrors.NOT_FOUND({ path: ['panel'] });
    return panel;
  }

  panelists({ id }: PanelRow): Promise<PanelistRow[]> { return this.database.read.find(PanelistRow, { where: { panelId: id }, order: { invitedAt: 'ASC', accountId: 'ASC' } }); }
  items({ id }: PanelRow): Promise<PanelItemRow[]> { return this.database.read.find(PanelItemRow, { where: { panelId: id }, order: { place: 'ASC' } }); }

  /** What the ratings of a round come to; the panel's own round unless said. */
  async result(panel: PanelRow, round = panel.round): Promise<AngoffResult> {
    const [items, panelists, ratings] = await Promise.all([this.items(panel), this.panelists(panel), this.database.read.findBy(RatingRow, { panelId: panel.id, round })]);
    const given = Object.fromEntries(panelists.map(({ accountId }) => [accountId, Object.fromEntries(ratings.filter((one) => one.accountId === accountId).map(({ itemId, percent }) => [itemId, percent / 100]))]));
    return angoff(items.map(({ itemId }) => itemId), given, Object.fromEntries(items.map(({ itemId, points }) => [itemId, points])));
  }

  async #changed(actor: Actor, panelId: string, change: (panel: PanelRow, manager: EntityManager) => Promise<void>): Promise<PanelRow> {
    const { planId } = await this.must(actor, panelId);
    await this.database.write(async (manager) => {
      await this.plans.locked(manager, actor, planId);
      const panel = await manager.findOneByOrFail(PanelRow, { id: panelId });
      if (!panel.open) throw assessmentsErrors.PANEL_CLOSED();
      await change(panel, manager);
    });
    return this.must(actor, panelId);
  }

  async #invite(manager: EntityManager, { id, organisationId }: PanelRow, panelists: readonly string[]): Promise<void> {
    const wanted = [...new Set(panelists)];
    const known = wanted.length === 0 ? [] : await manager.findBy(PanelistRow, { panelId: id, accountId: In(wanted) });
    if (await manager.countBy(PanelistRow, { panelId: id }) + wanted.length - known.length > mostPanelists) throw platformErrors.TOO_LARGE({ says: `A panel has at most ${mostPanelists} members.`, path: ['panelists'] });
    const at = nowText();
    await this.database.insertMany(manager, 'assessments_panelist', wanted.map((account) => ({ panel_id: id, account_id: account, organisation_id: organisationId, invited_at: at })), '("panel_id", "account_id") DO NOTHING');
  }

  async #checkPanelists(actor: Actor, panelists: readonly string[]): Promise<void> {
    const held = await this.members.rolesOf(actor, panelists);
    for (const [index, account] of panelists.entries()) {
      const own = held.get(account);
      if (own === undefined) throw platformErrors.NOT_FOUND({ path: ['panelists', String(index)] });
      if (!panelRoles.some((role) => own.includes(role))) throw assessmentsErrors.PANELIST_UNSUITABLE({ path: ['panelists', String(index)] });
    }
  }
}
