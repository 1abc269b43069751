import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { found } from '../../platform/found.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import { BankItem } from '../lists/bank-items.types.js';
import { ItemListsService } from '../lists/item-lists.service.js';
import { DuplicatesService } from './duplicates.service.js';
import { AlikeItems, AlikeItemsArgs, AlikeItemsConnection, ItemComparison } from './duplicates.types.js';

@Resolver(() => AlikeItems)
export class DuplicatesResolver {
  constructor(private readonly duplicates: DuplicatesService, private readonly lists: ItemListsService) {}

  @Query(() => AlikeItemsConnection, { description: 'Items in use that say nearly the same, as the last comparison found, likest first. Each item is paired with its likest other; pairs that somebody called no duplicates are left out.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  async alikeItems(@CurrentActor() actor: Actor, @Args() args: AlikeItemsArgs): Promise<AlikeItemsConnection> {
    const page = pageOf(args, 3);
    const { rows, total } = await this.duplicates.page(actor, args.bank ?? null, page);
    return connection(rows, page, total, ({ likeness, firstId, secondId }) => [likeness, firstId, secondId], (row) => row);
  }

  @Query(() => ItemComparison, { nullable: true, description: 'The last comparison of the organisation\'s items; null: there was none.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  lastItemComparison(@CurrentActor() actor: Actor): Promise<ItemComparison | null> {
    return this.duplicates.lastComparison(actor);
  }

  @Mutation(() => ItemComparison, { description: 'Compares all items in use of the organisation, in a thread of its own; 20,000 take some seconds. Answers when it is done.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  compareItems(@CurrentActor() actor: Actor): Promise<ItemComparison> {
    return this.duplicates.compare(actor);
  }

  @Mutation(() => Boolean, { description: 'Remembers that two items are no duplicates of each other, in later comparisons too; or forgets it. Answers what is remembered now.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async sayItemsDiffer(
    @CurrentActor() actor: Actor, @Args('one', { type: () => ID, description: 'An item.' }) one: string, @Args('other', { type: () => ID, description: 'The other item.' }) other: string,
    @Args('differ', { type: () => Boolean, defaultValue: true, description: 'false: forget it.' }) differ: boolean,
  ): Promise<boolean> {
    await this.duplicates.say(actor, one, other, differ);
    return differ;
  }

  @ResolveField(() => BankItem, { description: 'The one that was made first.' })
  async one(@CurrentActor() actor: Actor, @Parent() { firstId }: AlikeItems): Promise<BankItem> {
    return found(await this.lists.find(actor, firstId));
  }

  @ResolveField(() => BankItem, { description: 'The one that was made later.' })
  async other(@CurrentActor() actor: Actor, @Parent() { secondId }: AlikeItems): Promise<BankItem> {
    return found(await this.lists.find(actor, secondId));
  }

  @ResolveField(() => [String], { description: 'What the first asks and offers, a line each, in Markdown, 200 at most.' })
  oneLines(@CurrentActor() actor: Actor, @Parent() { firstId }: AlikeItems): Promise<string[]> {
    return this.duplicates.lines(actor, firstId);
  }

  @ResolveField(() => [String], { description: 'The same of the other.' })
  otherLines(@CurrentActor() actor: Actor, @Parent() { secondId }: AlikeItems): Promise<string[]> {
    return this.duplicates.lines(actor, secondId);
  }
}
