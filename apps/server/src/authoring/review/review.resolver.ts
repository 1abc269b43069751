import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { AuthoredItem, ItemPermissions } from '../items/authored-item.types.js';
import { ItemDecision, ItemDecisionConnection, ItemRevision } from '../items/history.types.js';
import { PermissionsService } from './permissions.service.js';
import { ReviewService } from './review.service.js';
import { NotedDecisionArgs, ReasonedDecisionArgs } from './review.types.js';

/** An item on its way from draft to use. */
@Resolver(() => AuthoredItem)
export class ReviewResolver {
  constructor(private readonly review: ReviewService, private readonly permissions: PermissionsService) {}

  @Mutation(() => AuthoredItem, { description: 'Sends a draft to review. One that can\'t be scored yet is refused.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  submitItemForReview(@CurrentActor() actor: Actor, @Args() { id, revision, note }: NotedDecisionArgs): Promise<AuthoredItem> {
    return this.review.submit(actor, id, revision, note ?? null);
  }

  @Mutation(() => AuthoredItem, { description: 'Approves an item that is in review: it becomes the next version, which assessments use from now on. Whoever wrote a part of it since its last approved version is refused.' })
  @Allow('REVIEWER', 'scope:authoring')
  approveItem(@CurrentActor() actor: Actor, @Args() { id, revision, note }: NotedDecisionArgs): Promise<AuthoredItem> {
    return this.review.approve(actor, id, revision, note ?? null);
  }

  @Mutation(() => AuthoredItem, { description: 'Gives an item that is in review back to its author, or takes it back: it is a draft again.' })
  @Allow('REVIEWER', 'INSTRUCTOR', 'scope:authoring')
  returnItem(@CurrentActor() actor: Actor, @Args() { id, revision, reason }: ReasonedDecisionArgs): Promise<AuthoredItem> {
    return this.review.giveBack(actor, id, revision, reason);
  }

  @Mutation(() => AuthoredItem, { description: 'Retires an item: no new assessment uses it, attempts that had it keep it.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'scope:authoring')
  retireItem(
    @CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The item.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 2,000 characters.' }) reason: string,
  ): Promise<AuthoredItem> {
    return this.review.retire(actor, id, reason);
  }

  @Mutation(() => AuthoredItem, { description: 'Takes up a retired item again: it is approved where its newest revision was, else a draft.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'scope:authoring')
  reinstateItem(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The item.' }) id: string): Promise<AuthoredItem> {
    return this.review.reinstate(actor, id);
  }

  @ResolveField(() => ItemPermissions, { description: 'What the viewer may do with it now.' })
  may(@CurrentActor() actor: Actor, @Parent() item: AuthoredItem): Promise<ItemPermissions> {
    return this.permissions.of(actor, item);
  }

  @ResolveField(() => ItemDecisionConnection, { description: 'What was decided about it, newest first.' })
  async decisions(@CurrentActor() actor: Actor, @Parent() { id }: AuthoredItem, @Args() args: PageArgs): Promise<ItemDecisionConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.review.decisions(actor, id, page);
    return connection(rows, page, total, (row) => [row.id], (row) => row);
  }
}

@Resolver(() => ItemDecision)
export class ItemDecisionResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who decided; null: somebody who is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: ItemDecision): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }
}

@Resolver(() => ItemRevision)
export class RevisionDecisionsResolver {
  constructor(private readonly review: ReviewService) {}

  @ResolveField(() => [ItemDecision], { description: 'What was decided about this revision, oldest first, 20 at most.' })
  decisions(@CurrentActor() actor: Actor, @Parent() { itemId, revision }: ItemRevision): Promise<ItemDecision[]> {
    return this.review.decisionsOn(actor, itemId, revision);
  }
}
