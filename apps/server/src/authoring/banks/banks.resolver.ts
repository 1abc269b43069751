import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../../catalog/catalog.service.js';
import { Course } from '../../catalog/catalog.types.js';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { found } from '../../platform/found.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { BanksService } from './banks.service.js';
import { BankCounts, BankFolder, ChangeBankFolderInput, ChangeItemBankInput, CreateItemBankInput, ItemBank, ItemBankConnection } from './banks.types.js';
import { FoldersService } from './folders.service.js';

@Resolver(() => ItemBank)
export class BanksResolver {
  constructor(private readonly banks: BanksService, private readonly tree: FoldersService, private readonly catalog: CatalogService) {}

  @Query(() => ItemBankConnection, { description: 'The organisation\'s banks of items, by title.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  async itemBanks(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<ItemBankConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.banks.page(actor, page);
    return connection(rows, page, total, ({ title, id }) => [title, id], (row) => row);
  }

  @Query(() => ItemBank, { nullable: true, description: 'One bank; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  itemBank(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The bank\'s id.' }) id: string): Promise<ItemBank | null> {
    return this.banks.find(actor, id);
  }

  @Mutation(() => ItemBank, { description: 'Makes a bank.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  createItemBank(@CurrentActor() actor: Actor, @Args('input', { type: () => CreateItemBankInput, description: 'The bank.' }) input: CreateItemBankInput): Promise<ItemBank> {
    return this.banks.create(actor, input);
  }

  @Mutation(() => ItemBank, { description: 'Gives a bank another title, course or unit.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  changeItemBank(
    @CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The bank\'s id.' }) id: string,
    @Args('input', { type: () => ChangeItemBankInput, description: 'What is to be different.' }) input: ChangeItemBankInput,
  ): Promise<ItemBank> {
    return this.banks.change(actor, id, input);
  }

  @Mutation(() => ItemBank, { description: 'Makes a folder in a bank.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async createBankFolder(
    @CurrentActor() actor: Actor, @Args('bank', { type: () => ID, description: 'The bank.' }) bank: string,
    @Args('title', { type: () => String, description: 'What it is called, 1 to 80 characters.' }) title: string,
    @Args('parent', { type: () => ID, nullable: true, description: 'The folder that it lies in; left out: the bank itself.' }) parent?: string | null,
  ): Promise<ItemBank> {
    return found(await this.banks.find(actor, await this.tree.create(actor, bank, parent ?? null, title)));
  }

  @Mutation(() => ItemBank, { description: 'Renames a folder or moves it, with all that lies in it.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async changeBankFolder(
    @CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The folder\'s id.' }) id: string,
    @Args('input', { type: () => ChangeBankFolderInput, description: 'What is to be different.' }) input: ChangeBankFolderInput,
  ): Promise<ItemBank> {
    return found(await this.banks.find(actor, await this.tree.change(actor, id, input)));
  }

  @Mutation(() => ItemBank, { description: 'Deletes a folder that holds neither items nor folders.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async deleteBankFolder(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The folder\'s id.' }) id: string): Promise<ItemBank> {
    return found(await this.banks.find(actor, await this.tree.remove(actor, id)));
  }

  @ResolveField(() => Course, { nullable: true, description: 'The course whose statements and lessons its items name; null: none.' })
  async course(@CurrentActor() actor: Actor, @Parent() { courseId }: ItemBank): Promise<Course | null> {
    return courseId === null ? null : this.catalog.course(actor, courseId);
  }

  @ResolveField(() => [BankFolder], { description: 'Its folders by title, 300 at most.' })
  folders(@CurrentActor() actor: Actor, @Parent() { id }: ItemBank): Promise<BankFolder[]> {
    return this.tree.of(actor, id);
  }

  @ResolveField(() => BankCounts, { description: 'How many items it has, by state.' })
  counts(@CurrentActor() actor: Actor, @Parent() { id }: ItemBank): Promise<BankCounts> {
    return this.banks.counts(actor, id);
  }
}
