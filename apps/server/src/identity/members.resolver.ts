import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { Actor, type Role } from './actor.js';
import { Allow, CurrentActor } from './allow.js';
import { RoleEnum } from './identity.types.js';
import { type MemberRow, MembersService } from './members.service.js';
import { Member, MemberConnection } from './members.types.js';

@ArgsType()
class MembersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name or an e-mail address.' })
  search?: string | null;
}

@Resolver(() => Member)
export class MembersResolver {
  constructor(private readonly members: MembersService) {}

  @Query(() => MemberConnection, { description: 'The organisation\'s people, by name.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async accounts(@CurrentActor() actor: Actor, @Args() args: MembersArgs): Promise<MemberConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.members.page(actor, args.search ?? '', page);
    return connection(rows, page, total, ({ sortedBy, account }) => [sortedBy, account.id], memberView);
  }

  @Mutation(() => Member, { description: 'Gives somebody these roles instead of those held. The last administrator stays one.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async setRoles(
    @CurrentActor() actor: Actor,
    @Args('account', { type: () => ID, description: 'The account of the person.' }) account: string,
    @Args('roles', { type: () => [RoleEnum], description: 'At least one role.' }) roles: Role[],
  ): Promise<Member> {
    return memberView(await this.members.setRoles(actor, account, roles));
  }
}

const memberView = ({ account, roles }: Omit<MemberRow, 'sortedBy'>): Member => ({ account, roles, joinedAt: account.createdAt });
