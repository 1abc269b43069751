import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from '../identity/allow.js';
import { deviceOf } from '../identity/device.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account, Viewer } from '../identity/identity.types.js';
import { welcome } from '../identity/welcome.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { InvitationsService, stateOf } from './invitations/invitations.service.js';
import { LinksService } from './links/links.service.js';
import type { InvitationRow } from './sign-in.entity.js';
import { Invitation, InvitationConnection, InvitationInput, OpenInvitation } from './sign-in.types.js';

const text = (description: string) => ({ type: () => String, description });
const optional = (description: string) => ({ ...text(description), nullable: true });
const which = { type: () => ID, description: 'Which one.' };

@Resolver(() => Invitation)
export class SignInResolver {
  constructor(private readonly list: InvitationsService, private readonly links: LinksService, private readonly identity: IdentityService) {}

  @Query(() => InvitationConnection, { description: 'Whom the organisation has invited by mail, newest first.' })
  @Allow('ADMINISTRATOR')
  async invitations(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<InvitationConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.list.page(actor, page);
    return connection(rows, page, total, ({ id }) => [id], view);
  }

  @Mutation(() => Invitation, { description: 'Invites somebody by mail. The link works for 14 days and once.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async invite(@CurrentActor() actor: Actor, @Args('input', { type: () => InvitationInput, description: 'Who, and in which roles.' }) input: InvitationInput): Promise<Invitation> { return view(await this.list.invite(actor, input)); }

  @Mutation(() => Invitation, { description: 'Sends an invitation again, under a new link that works for 14 days; the older link works no more.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async resendInvitation(@CurrentActor() actor: Actor, @Args('id', which) id: string): Promise<Invitation> { return view(await this.list.resend(actor, id)); }

  @Mutation(() => Invitation, { description: 'Takes an invitation back: its link works no more.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async revokeInvitation(@CurrentActor() actor: Actor, @Args('id', which) id: string): Promise<Invitation> { return view(await this.list.revoke(actor, id)); }

  @Query(() => OpenInvitation, { description: 'What an invitation says, by what stands in its link. Looking uses nothing up.' })
  @Allow('anyone')
  async openInvitation(@Args('token', text('What stands in the link.')) token: string): Promise<OpenInvitation> {
    const { row: { email, name, roles }, ...rest } = await this.list.open(token);
    return { email, name, roles, ...rest };
  }

  @Mutation(() => Viewer, { description: 'Accepts an invitation and signs in.' })
  @Allow('anyone')
  async acceptInvitation(@CurrentRequest() context: RequestContext, @Args('token', text('What stands in the link.')) token: string,
    @Args('name', optional('One\'s name, where it is to be another.')) name?: string | null, @Args('password', optional('A password of 12 to 200 characters; without one, sign in by links or a passkey.')) password?: string | null,
    @Args('code', optional('The code of the second step, where one\'s account has one.')) code?: string | null): Promise<Viewer> {
    return welcome(context, await this.list.accept(token, { name: name ?? null, password: password ?? null, code: code ?? null }, deviceOf(context.request)));
  }

  @Mutation(() => Boolean, { description: 'Mails a link to sign in, where somebody has this address; the answer is the same where nobody has. At most three in 15 minutes.' })
  @Allow('anyone')
  requestSignInLink(@CurrentRequest() { request }: RequestContext, @Args('email', text('The e-mail address of the account.')) email: string): boolean {
    this.links.ask(email, request.ip);
    return true;
  }

  @Mutation(() => Viewer, { description: 'Signs in by a link that was mailed. It works once, for 15 minutes.' })
  @Allow('anyone')
  async signInByLink(@CurrentRequest() context: RequestContext, @Args('token', text('What stands in the link.')) token: string, @Args('code', optional('The code of the second step; asked for by CODE_NEEDED.')) code?: string | null): Promise<Viewer> {
    return welcome(context, await this.links.use(token, code ?? null, deviceOf(context.request)));
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who invited; null: no longer belongs here.' })
  invitedBy(@CurrentActor() actor: Actor, @Parent() { createdBy }: Invitation): Promise<Account | null> { return this.identity.account(actor, createdBy); }
}

function view(row: InvitationRow): Invitation {
  const { id, email, name, roles, sentAt, expiresAt, acceptedAt, createdBy } = row;
  return { id, email, name, roles, sentAt, expiresAt, acceptedAt, createdBy, state: stateOf(row) };
}
