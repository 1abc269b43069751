import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { MembersService } from '../../identity/members.service.js';
import type { PanelRow } from '../assessments.entity.js';
import { FormsService, idsOf } from '../forms/forms.service.js';
import { PlansService } from '../plans/plans.service.js';
import { AssessmentPlan } from '../plans/plans.types.js';
import { panelRoles, PanelsService } from './panels.service.js';
import { AngoffPanel } from './panels.types.js';

const panelId = { type: () => ID, description: 'The panel\'s id.' };
const people = { type: () => [ID], description: 'Accounts of staff, at most 50.' };

@Resolver(() => AngoffPanel)
export class PanelsResolver {
  constructor(private readonly panels: PanelsService, private readonly plans: PlansService, private readonly forms: FormsService, private readonly identity: IdentityService, private readonly members: MembersService) {}

  @Query(() => AngoffPanel, { nullable: true, description: 'The newest panel of a plan; null: none was opened.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async angoffPanel(@CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) plan: string): Promise<AngoffPanel | null> {
    const panel = await this.panels.of(actor, plan);
    return panel === null ? null : this.#view(actor, panel);
  }

  @Query(() => [Account], { description: 'Staff who can be on a panel, by name, at most 20: those whose name or address holds `search`.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  possiblePanelists(@CurrentActor() actor: Actor, @Args('search', { type: () => String, description: 'Part of a name or an e-mail address.' }) search: string): Promise<Account[]> {
    return this.members.withRoles(actor, search, panelRoles, 20);
  }

  @Mutation(() => AngoffPanel, { description: 'Opens a panel on the items of a plan\'s forms, as they are approved now.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async openPanel(@CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) plan: string, @Args('panelists', people) panelists: string[]): Promise<AngoffPanel> {
    return this.#view(actor, await this.panels.open(actor, plan, panelists));
  }

  @Mutation(() => AngoffPanel, { description: 'Puts more people on a panel.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async invitePanelists(@CurrentActor() actor: Actor, @Args('panel', panelId) panel: string, @Args('panelists', people) panelists: string[]): Promise<AngoffPanel> {
    return this.#view(actor, await this.panels.invite(actor, panel, panelists));
  }

  @Mutation(() => AngoffPanel, { description: 'Takes somebody off a panel, with her ratings.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async dismissPanelist(@CurrentActor() actor: Actor, @Args('panel', panelId) panel: string, @Args('account', { type: () => ID, description: 'Her account.' }) account: string): Promise<AngoffPanel> {
    return this.#view(actor, await this.panels.dismiss(actor, panel, account));
  }

  @Mutation(() => AngoffPanel, { description: 'Begins another round: ratings stand until they are changed, and each panelist sees what the others think on average.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async beginNextRound(@CurrentActor() actor: Actor, @Args('panel', panelId) panel: string): Promise<AngoffPanel> {
    return this.#view(actor, await this.panels.nextRound(actor, panel));
  }

  @Mutation(() => AngoffPanel, { description: 'Closes a panel: no more ratings are taken.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async closePanel(@CurrentActor() actor: Actor, @Args('panel', panelId) panel: string): Promise<AngoffPanel> {
    return this.#view(actor, await this.panels.close(actor, panel));
  }

  @Mutation(() => AssessmentPlan, { description: 'Makes the pass mark of a panel that of its plan. Learners have it once the plan is published.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  takePanelsPassMark(@CurrentActor() actor: Actor, @Args('panel', panelId) panel: string, @Args('revision', { type: () => Int, description: 'The plan\'s revision that the caller knows.' }) revision: number): Promise<AssessmentPlan> {
    return this.panels.take(actor, panel, revision);
  }

  async #view(actor: Actor, panel: PanelRow): Promise<AngoffPanel> {
    const [result, items, plan] = await Promise.all([this.panels.result(panel), this.panels.items(panel), this.plans.must(actor, panel.planId)]);
    const now = new Set((await this.forms.of(plan)).flatMap(idsOf));
    const names = new Map(items.map(({ itemId, name }) => [itemId, name]));
    const earlier = await Promise.all(Array.from({ length: panel.round - 1 }, (_, index) => this.panels.result(panel, index + 1)));
    return {
      id: panel.id, round: panel.round, open: panel.open, openedAt: panel.openedAt, current: now.size === items.length && items.every(({ itemId }) => now.has(itemId)),
      panelists: await Promise.all(result.panelists.map(async ({ id, ...own }) => ({ id, ...own, account: await this.identity.account(actor, id) }))),
      items: result.items.map(({ id, ...own }) => ({ id, ...own, name: names.get(id) ?? id })), counted: result.counted, cut: result.cut,
      standardError: result.standardError, standardErrorOverItems: result.standardErrorOverItems, earlierCuts: earlier.flatMap(({ cut }) => cut ?? []),
    };
  }
}
