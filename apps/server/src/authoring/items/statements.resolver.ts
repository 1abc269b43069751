import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import { AuthoredItem } from './authored-item.types.js';
import { AuthoringStatement, AuthoringStatementArgs, AuthoringStatementConnection } from './statements.types.js';
import { StatementsService } from './statements.service.js';

@Resolver(() => AuthoredItem)
export class StatementsResolver {
  constructor(private readonly ofBank: StatementsService) {}

  @Query(() => AuthoringStatementConnection, { description: 'The statements that items of a bank may ask, in the order of its course; none where the bank has no course.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  async authoringStatements(@CurrentActor() actor: Actor, @Args() args: AuthoringStatementArgs): Promise<AuthoringStatementConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.ofBank.page(actor, args.bank, args.text ?? '', page);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }

  @ResolveField(() => [AuthoringStatement], { name: 'statements', description: 'The statements that it asks, with their texts, 100 at most.' })
  asked(@CurrentActor() actor: Actor, @Parent() { bankId, statements }: AuthoredItem): Promise<AuthoringStatement[]> {
    return this.ofBank.some(actor, bankId, statements);
  }
}
