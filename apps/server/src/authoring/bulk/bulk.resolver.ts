import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { changeOf, sentenceOf } from './bulk-input.js';
import { BulkService } from './bulk.service.js';
import { BankItemsChangeInput, BankItemSelection, BulkChange, BulkChangeConnection, BulkChangePreview, BulkUndo } from './bulk.types.js';

@Resolver(() => BulkChange)
export class BulkResolver {
  constructor(private readonly bulk: BulkService, private readonly identity: IdentityService) {}

  @Query(() => BulkChangePreview, { description: 'What a change of many items would do. Nothing is changed.' })
  @Allow('INSTRUCTOR')
  bankItemsChangePreview(
    @CurrentActor() actor: Actor, @Args('selection', { type: () => BankItemSelection, description: 'Which items.' }) selection: BankItemSelection,
    @Args('change', { type: () => BankItemsChangeInput, description: 'What would be done to them.' }) change: BankItemsChangeInput,
  ): Promise<BulkChangePreview> {
    return this.bulk.preview(actor, selection, changeOf(change));
  }

  @Mutation(() => BulkChange, { description: 'Changes many items, or none where it fails. What the preview says is left out stays as it is. undoBankItemsChange takes it back.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  changeBankItems(
    @CurrentActor() actor: Actor, @Args('selection', { type: () => BankItemSelection, description: 'Which items.' }) selection: BankItemSelection,
    @Args('change', { type: () => BankItemsChangeInput, description: 'What is done to them.' }) input: BankItemsChangeInput,
  ): Promise<BulkChange> {
    const change = changeOf(input);
    return this.bulk.change(actor, selection, change, sentenceOf(change));
  }

  @Mutation(() => BulkUndo, { description: 'Takes a change of many items back, once. What somebody has changed since stays.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  undoBankItemsChange(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The change\'s id.' }) id: string): Promise<BulkUndo> {
    return this.bulk.undo(actor, id);
  }

  @Query(() => BulkChangeConnection, { description: 'Changes of many items in the organisation, newest first.' })
  @Allow('INSTRUCTOR')
  async bankItemsChanges(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<BulkChangeConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.bulk.page(actor, page);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }

  @ResolveField(() => Int, { description: 'How many items it has changed.' })
  items(@Parent() { before }: BulkChange): number {
    return Object.keys(before).length;
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: somebody who is here no more.' })
  account(@CurrentActor() actor: Actor, @Parent() { accountId }: BulkChange): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }
}
