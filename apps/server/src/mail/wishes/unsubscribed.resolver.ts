import { Args, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { UnsubscribesService } from '../unsubscribes.service.js';
import { UnsubscribedAddress, UnsubscribedAddressConnection } from './wishes.types.js';

/** Who wants no mails, for staff to read. To take it back is the person's alone. */
@Resolver(() => UnsubscribedAddress)
export class UnsubscribedPeopleResolver {
  constructor(private readonly unsubscribes: UnsubscribesService) {}

  @Query(() => UnsubscribedAddressConnection, { description: 'Who unsubscribed from which mails of the organisation, by address.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async unsubscribedAddresses(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<UnsubscribedAddressConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.unsubscribes.list(actor, page);
    const people = await this.unsubscribes.people(actor, rows.map(({ address }) => address));
    return connection(rows, page, total, ({ address, category }) => [address, category], ({ address, category, at }) => ({ address, category, at, accountId: people.get(address)?.accountId ?? null, name: people.get(address)?.name ?? null }));
  }
}
