import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { AuthoredItem } from '../items/authored-item.types.js';
import { FindingWaiver } from '../items/checked-document.types.js';
import { WaiversService } from './waivers.service.js';

@Resolver(() => FindingWaiver)
export class WaiversResolver {
  constructor(private readonly waivers: WaiversService, private readonly identity: IdentityService) {}

  @Mutation(() => AuthoredItem, { description: 'Lets what a rule of the item lint finds in an item stand, for a reason; in place of a reason given before.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'scope:authoring')
  waiveFinding(
    @CurrentActor() actor: Actor, @Args('item', { type: () => ID, description: 'The item.' }) item: string,
    @Args('rule', { type: () => String, description: 'The rule, such as longest-option.' }) rule: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 1,000 characters.' }) reason: string,
  ): Promise<AuthoredItem> {
    return this.waivers.waive(actor, item, rule, reason);
  }

  @Mutation(() => AuthoredItem, { description: 'Lets what a rule finds in an item stand no longer.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'scope:authoring')
  unwaiveFinding(
    @CurrentActor() actor: Actor, @Args('item', { type: () => ID, description: 'The item.' }) item: string,
    @Args('rule', { type: () => String, description: 'The rule.' }) rule: string,
  ): Promise<AuthoredItem> {
    return this.waivers.unwaive(actor, item, rule);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who answers for it; null: somebody who is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: FindingWaiver): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }
}
