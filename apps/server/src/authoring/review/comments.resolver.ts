import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import { AuthoredItem } from '../items/authored-item.types.js';
import { CommentsService } from './comments.service.js';
import { CommentOnItemInput, ItemComment, ItemCommentArgs, ItemCommentConnection } from './comments.types.js';

@Resolver(() => ItemComment)
export class CommentsResolver {
  constructor(private readonly comments: CommentsService, private readonly identity: IdentityService) {}

  @Mutation(() => ItemComment, { description: 'Says something about a place of an item, or answers what was said.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'scope:authoring')
  commentOnItem(@CurrentActor() actor: Actor, @Args('input', { type: () => CommentOnItemInput, description: 'The comment.' }) input: CommentOnItemInput): Promise<ItemComment> {
    return this.comments.add(actor, input);
  }

  @Mutation(() => ItemComment, { description: 'Says that a comment is dealt with, or that it is not after all. Not for answers.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'scope:authoring')
  resolveComment(
    @CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The comment.' }) id: string,
    @Args('resolved', { type: () => Boolean, defaultValue: true, description: 'Whether it is dealt with.' }) resolved: boolean,
  ): Promise<ItemComment> {
    return this.comments.resolve(actor, id, resolved);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who said it; null: somebody who is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: ItemComment): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who dealt with it; null: it is open, or somebody who is here no more.' })
  resolver(@CurrentActor() actor: Actor, @Parent() { resolvedBy }: ItemComment): Promise<Account | null> | null {
    return resolvedBy === null ? null : this.identity.account(actor, resolvedBy);
  }
}

@Resolver(() => AuthoredItem)
export class ItemCommentsResolver {
  constructor(private readonly said: CommentsService) {}

  @ResolveField(() => ItemCommentConnection, { description: 'What people say about it with the answers, oldest first.' })
  async comments(@CurrentActor() actor: Actor, @Parent() { id }: AuthoredItem, @Args() args: ItemCommentArgs): Promise<ItemCommentConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.said.of(actor, id, page, args.open ?? false);
    return connection(rows, page, total, (row) => [row.id], (row) => row);
  }
}
