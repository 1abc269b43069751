import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { AuthoredItem } from './authored-item.types.js';
import { ItemRevision, ItemRevisionConnection } from './history.types.js';
import { ItemsService } from './items.service.js';

@Resolver(() => AuthoredItem)
export class HistoryResolver {
  constructor(private readonly items: ItemsService) {}

  @ResolveField(() => ItemRevisionConnection, { description: 'What it was, newest first: the newest revision included, saves that followed each other within ten minutes as one.' })
  async history(@CurrentActor() actor: Actor, @Parent() { id }: AuthoredItem, @Args() args: PageArgs): Promise<ItemRevisionConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.items.history(actor, id, page);
    return connection(rows, page, total, (row) => [row.revision], (row) => row);
  }

  @ResolveField(() => ItemRevision, { nullable: true, description: 'One of its revisions, also one that the history shows as part of a later; null: there is none of this number.' })
  @Allow('with-parent')
  atRevision(@CurrentActor() actor: Actor, @Parent() { id }: AuthoredItem, @Args('revision', { type: () => Int, description: 'Its number.' }) revision: number): Promise<ItemRevision | null> {
    return this.items.revision(actor, id, revision);
  }
}

@Resolver(() => ItemRevision)
export class RevisionResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who saved it; null: somebody who is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { savedBy }: ItemRevision): Promise<Account | null> {
    return this.identity.account(actor, savedBy);
  }
}
