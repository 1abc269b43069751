import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Role } from '../identity/actor.js';
import { Allow } from '../identity/allow.js';
import { RoleEnum } from '../identity/identity.types.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import type { InvitationState } from './invitations/invitations.service.js';

export const InvitationStateEnum = { OPEN: 'OPEN', ACCEPTED: 'ACCEPTED', REVOKED: 'REVOKED', EXPIRED: 'EXPIRED' } as const;
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState', description: 'What has become of an invitation.',
  valuesMap: { OPEN: { description: 'Its link works.' }, ACCEPTED: { description: 'The person belongs to the organisation.' }, REVOKED: { description: 'It was taken back.' }, EXPIRED: { description: 'Nobody accepted it in time; it can be sent again.' } },
});

@ObjectType({ description: 'Somebody who is asked by mail to join the organisation.' })
@Allow('with-parent')
export class Invitation {
  @Field(() => ID, { description: 'The invitation\'s id.' })
  id!: string;
  @Field(() => String, { description: 'To whom it was sent.' })
  email!: string;
  @Field(() => String, { description: 'The person\'s name, as whoever invites wrote it.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'What the person will be.' })
  roles!: Role[];
  @Field(() => InvitationStateEnum, { description: 'What has become of it.' })
  state!: InvitationState;
  @Field(() => DateTimeScalar, { description: 'When it was sent last.' })
  sentAt!: string;
  @Field(() => DateTimeScalar, { description: 'Until when its link works.' })
  expiresAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted.' })
  acceptedAt!: string | null;
  createdBy!: string;
}

@ObjectType({ description: 'A page of invitations.' })
@Allow('with-parent')
export class InvitationConnection extends ConnectionOf(Invitation) {}

@ObjectType({ description: 'What an open invitation says to whoever has its link.' })
@Allow('with-parent')
export class OpenInvitation {
  @Field(() => String, { description: 'The organisation that invites.' })
  organisation!: string;
  @Field(() => String, { description: 'To which address it was sent.' })
  email!: string;
  @Field(() => String, { description: 'The name, to be mended on accepting.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'What one will be.' })
  roles!: Role[];
  @Field(() => Boolean, { description: 'Whether there is an account with this address already.' })
  known!: boolean;
  @Field(() => Boolean, { description: 'Whether a password may be set: there is none yet.' })
  needsPassword!: boolean;
}

@InputType({ description: 'Somebody who is to be invited by mail.' })
export class InvitationInput {
  @Field(() => String, { description: 'The e-mail address.' })
  email!: string;
  @Field(() => String, { description: 'The person\'s name, 1 to 120 characters.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'At least one role.' })
  roles!: Role[];
}

