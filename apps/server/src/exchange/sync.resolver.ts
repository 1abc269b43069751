import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { SyncService } from './sync.service.js';
import { BankDocumentConnection, PushedItem, PushedItemInput } from './sync.types.js';

const bankArgument = { type: () => ID, description: 'The bank\'s id.' } as const;

@Resolver()
export class SyncResolver {
  constructor(private readonly sync: SyncService) {}

  @Query(() => BankDocumentConnection, { description: 'The items of a bank that are not retired as course source has them, by name: what `npx preceptor pull` brings.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async bankDocuments(@CurrentActor() actor: Actor, @Args('bank', bankArgument) bank: string, @Args() args: PageArgs): Promise<BankDocumentConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.sync.page(actor, bank, page);
    return connection(rows, page, total, ({ name }) => [name], (row) => row);
  }

  @Mutation(() => [PushedItem], { description: 'Saves items of a course source: what `npx preceptor push` sends. At most 50 at once; one that is refused holds no other up.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  pushItems(
    @CurrentActor() actor: Actor, @Args('bank', bankArgument) bank: string, @Args('items', { type: () => [PushedItemInput], description: 'The items.' }) items: PushedItemInput[],
  ): Promise<PushedItem[]> {
    return this.sync.push(actor, bank, items.map(({ name, revision, document }) => ({ name, revision: revision ?? null, document })));
  }
}
