import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Allow } from '../allow.js';

@ObjectType({ description: 'A browser in which somebody is signed in.' })
@Allow('with-parent')
export class SignInSession {
  @Field(() => ID, { description: 'Names the session; nobody can sign in with it.' })
  id!: string;
  @Field(() => String, { description: 'What it is on, such as Chrome on Windows.' })
  device!: string;
  @Field(() => String, { description: 'How it began: password, link, passkey, provider, invitation or demo.' })
  method!: string;
  @Field(() => String, { description: 'The name of the organisation that it is in.' })
  organisation!: string;
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  createdAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was used last, to the hour.' })
  seenAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  expiresAt!: string;
  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;
}

@ObjectType({ description: 'The second step of an account at signing in.' })
@Allow('with-parent')
export class SecondFactor {
  @Field(() => Int, { description: 'How many of the ten recovery codes are left.' })
  recoveryCodesLeft!: number;
}

@ObjectType({ description: 'A second step that is being set up.' })
@Allow('with-parent')
export class BegunSecondFactor {
  @Field(() => String, { description: 'The secret, base32, for whoever can\'t read the picture.' })
  secret!: string;
  @Field(() => String, { description: 'The otpauth address that the picture holds.' })
  address!: string;
  @Field(() => String, { description: 'The address as a QR code: an SVG picture, as a data address.' })
  picture!: string;
}
