import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import { BouncesService } from '../bounces/bounces.service.js';
import { mailKinds } from '../kinds/registry.js';
import type { MailRow } from '../mail.entity.js';
import { MailSettingsService } from '../settings.service.js';
import { UnsubscribesService } from '../unsubscribes.service.js';
import { MailsService } from './mails.service.js';
import { Mail, MailConnection, MailDelivery, MailsArgs, MailTrouble, Unsubscribed } from './mails.types.js';

@Resolver(() => Mail)
export class MailsResolver {
  constructor(private readonly desk: MailsService, private readonly settings: MailSettingsService, private readonly identity: IdentityService) {}

  @Query(() => MailConnection, { description: 'The organisation\'s mails, newest first.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async mails(@CurrentActor() actor: Actor, @Args() args: MailsArgs): Promise<MailConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.desk.list(actor, args.filter ?? {}, page);
    return connection(rows, page, total, ({ id }) => [id], mailView);
  }

  @Query(() => Mail, { nullable: true, description: 'One mail; null where there is none with this id.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async mail(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The mail.' }) id: string): Promise<Mail | null> {
    const row = await this.desk.find(actor, id);
    return row === null ? null : mailView(row);
  }

  @Query(() => MailDelivery, { description: 'How the organisation\'s mails are sent.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  mailDelivery(@CurrentActor() actor: Actor): Promise<MailDelivery> { return this.settings.delivery(actor); }

  @Mutation(() => Mail, { description: 'Sends a mail again that was sent, bounced, failed, or may not have arrived. A mail that was sent is sent as a new one, which is answered.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async sendMailAgain(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The mail.' }) id: string): Promise<Mail> { return mailView(await this.desk.again(actor, id)); }

  @Mutation(() => MailDelivery, { description: 'Sets the quiet hours, in which only what somebody waits for is sent.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  setQuietHours(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => String, description: 'When they begin, HH:MM.' }) from: string,
    @Args('to', { type: () => String, description: 'When they end, HH:MM; the same: there are none.' }) to: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
  ): Promise<MailDelivery> { return this.settings.save(actor, { from, to }, revision); }

  @ResolveField(() => Account, { nullable: true, description: 'Whose mail it is; null: somebody without an account here.' })
  async account(@CurrentActor() actor: Actor, @Parent() { accountId }: Mail): Promise<Account | null> { return accountId === null ? null : this.identity.account(actor, accountId); }
}

/** What mails add to a person, for staff. */
@Resolver(() => Account)
export class AccountUnsubscribedResolver {
  constructor(private readonly unsubscribes: UnsubscribesService, private readonly bounces: BouncesService) {}

  @ResolveField(() => [Unsubscribed], { description: 'Which mails the person does not want, at most two categories.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'INSTRUCTOR', 'OBSERVER')
  unsubscribed(@CurrentActor() actor: Actor, @Parent() { email }: Account): Promise<Unsubscribed[]> { return this.unsubscribes.of(actor, email); }

  @ResolveField(() => MailTrouble, { nullable: true, description: 'That the last mail to the person was refused by her mailbox; null: it was not, or there was none.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'INSTRUCTOR', 'OBSERVER')
  mailTrouble(@CurrentActor() actor: Actor, @Parent() { id }: Account): Promise<MailTrouble | null> { return this.bounces.trouble(actor, id); }
}

/** A mail as staff see it. */
export const mailView = (row: MailRow): Mail => ({ ...row, title: mailKinds[row.kind].title });
