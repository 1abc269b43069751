import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { found } from '../../platform/found.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import { BanksService } from '../banks/banks.service.js';
import { ItemBank } from '../banks/banks.types.js';
import { BankItem, BankItemArgs, BankItemConnection, BankItemFacets, BankItemFilter } from './bank-items.types.js';
import { ItemListsService } from './item-lists.service.js';

@Resolver(() => BankItem)
export class BankItemsResolver {
  constructor(private readonly lists: ItemListsService, private readonly banks: BanksService, private readonly identity: IdentityService) {}

  @Query(() => BankItemConnection, { description: 'Items of the organisation\'s banks.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  async bankItems(@CurrentActor() actor: Actor, @Args() args: BankItemArgs): Promise<BankItemConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.lists.page(actor, args.filter ?? {}, args.sort, args.descending, page);
    return connection(rows, page, total, this.lists.keysOf(args.sort), (row) => row);
  }

  @Query(() => BankItem, { nullable: true, description: 'One item as lists show it; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  bankItem(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The item\'s id.' }) id: string): Promise<BankItem | null> {
    return this.lists.find(actor, id);
  }

  @Query(() => BankItemFacets, { description: 'How many items each value of a filter would leave, the other filters kept.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  bankItemFacets(@CurrentActor() actor: Actor, @Args('filter', { type: () => BankItemFilter, nullable: true, description: 'Which items; left out: all of the organisation.' }) filter?: BankItemFilter | null): Promise<BankItemFacets> {
    return this.lists.facets(actor, filter ?? {});
  }

  @ResolveField(() => ItemBank, { description: 'The bank that it is in.' })
  async bank(@CurrentActor() actor: Actor, @Parent() { bankId }: BankItem): Promise<ItemBank> {
    return found(await this.banks.find(actor, bankId));
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who made it; null: somebody who is here no more.' })
  author(@CurrentActor() actor: Actor, @Parent() { authorId }: BankItem): Promise<Account | null> {
    return this.identity.account(actor, authorId);
  }
}
