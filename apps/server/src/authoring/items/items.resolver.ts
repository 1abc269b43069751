import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { found } from '../../platform/found.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { BanksService } from '../banks/banks.service.js';
import { BankFolder, ItemBank } from '../banks/banks.types.js';
import { FoldersService } from '../banks/folders.service.js';
import { AuthoredItem } from './authored-item.types.js';
import { ItemsService } from './items.service.js';
import { CreateItemInput, ItemConflict, SaveItemInput, SaveItemPayload } from './saving.types.js';

@Resolver(() => AuthoredItem)
export class ItemsResolver {
  constructor(private readonly items: ItemsService, private readonly banks: BanksService, private readonly folders: FoldersService, private readonly identity: IdentityService) {}

  @Query(() => AuthoredItem, { nullable: true, description: 'One item as its editor shows it; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  item(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The item\'s id.' }) id: string): Promise<AuthoredItem | null> {
    return this.items.find(actor, id);
  }

  @Mutation(() => AuthoredItem, { description: 'Makes an item, as a draft. Its document may be half written, or empty.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  createItem(@CurrentActor() actor: Actor, @Args('input', { type: () => CreateItemInput, description: 'The item.' }) input: CreateItemInput): Promise<AuthoredItem> {
    return this.items.create(actor, input);
  }

  @Mutation(() => SaveItemPayload, { description: 'Saves an item; made to be called while somebody types. Once answered, it is kept. Where somebody else saved meanwhile nothing is written, and `conflict` holds theirs. An approved item becomes a draft; assessments go on with its approved version.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  saveItem(@CurrentActor() actor: Actor, @Args('input', { type: () => SaveItemInput, description: 'What is to be saved.' }) input: SaveItemInput): Promise<SaveItemPayload> {
    return this.items.save(actor, input);
  }

  @Mutation(() => AuthoredItem, { description: 'Makes an earlier revision the newest, by saving it again: what came between stays in the history.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  restoreItem(
    @CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The item.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The newest revision, as you know it; another is refused.' }) revision: number,
    @Args('restore', { type: () => Int, description: 'The revision that is wanted again.' }) restore: number,
  ): Promise<AuthoredItem> {
    return this.items.restore(actor, id, revision, restore);
  }

  @ResolveField(() => JsonScalar, { description: 'The newest revision as course source has it: an entry of bank.yaml as JSON, its texts in Markdown.' })
  async document(@CurrentActor() actor: Actor, @Parent() { id, revision }: AuthoredItem): Promise<unknown> {
    return found(await this.items.revision(actor, id, revision)).document;
  }

  @ResolveField(() => ItemBank, { description: 'The bank that it is in.' })
  async bank(@CurrentActor() actor: Actor, @Parent() { bankId }: AuthoredItem): Promise<ItemBank> {
    return found(await this.banks.find(actor, bankId));
  }

  @ResolveField(() => BankFolder, { nullable: true, description: 'The folder that it lies in; null: in the bank itself.' })
  async folder(@CurrentActor() actor: Actor, @Parent() { bankId, folderId }: AuthoredItem): Promise<BankFolder | null> {
    return folderId === null ? null : (await this.folders.of(actor, bankId)).find(({ id }) => id === folderId) ?? null;
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who made it; null: somebody who is here no more.' })
  author(@CurrentActor() actor: Actor, @Parent() { authorId }: AuthoredItem): Promise<Account | null> {
    return this.identity.account(actor, authorId);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who saved it last; null: somebody who is here no more.' })
  updatedBy(@CurrentActor() actor: Actor, @Parent() { updatedBy }: AuthoredItem): Promise<Account | null> {
    return this.identity.account(actor, updatedBy);
  }
}

@Resolver(() => ItemConflict)
export class ItemConflictResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who saved it; null: somebody who is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { savedBy }: ItemConflict): Promise<Account | null> {
    return this.identity.account(actor, savedBy);
  }
}
