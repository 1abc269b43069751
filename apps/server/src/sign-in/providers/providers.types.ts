import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Where one can sign in with an account that one has elsewhere.' })
@Allow('with-parent')
export class OfferedProvider {
  @Field(() => ID, { description: 'The provider\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What stands on its button.' })
  name!: string;
  @Field(() => String, { description: 'Where the button leads, a path on this server; `?next=` and a path may follow.' })
  beginPath!: string;
}

@ObjectType({ description: 'An identity provider by which people of the organisation sign in (OpenID Connect).' })
@Allow('with-parent')
export class IdentityProvider {
  @Field(() => ID, { description: 'The provider\'s id.' })
  id!: string;
  @Field(() => String, { description: 'What stands on its button.' })
  name!: string;
  @Field(() => String, { description: 'Its issuer identifier; what it says of itself is read below it, at /.well-known/openid-configuration.' })
  issuer!: string;
  @Field(() => String, { description: 'As whom it knows Preceptor.' })
  clientId!: string;
  @Field(() => Boolean, { description: 'Whether a client secret is kept. It is sealed, and never shown.' })
  hasClientSecret!: boolean;
  @Field(() => [String], { description: 'Of which addresses it may speak, by what stands after the @; empty: of all.' })
  domains!: string[];
  @Field(() => Boolean, { description: 'Whether somebody new gets an account, as a learner.' })
  admitsNew!: boolean;
  @Field(() => Boolean, { description: 'Whether addresses of its domains are believed that it does not call verified.' })
  trustsAddresses!: boolean;
  @Field(() => Boolean, { description: 'Whether nobody can come in by it for now.' })
  paused!: boolean;
  @Field(() => String, { description: 'The redirect URI that is to be entered at the provider.' })
  redirectUri!: string;
  @Field(() => Int, { description: 'Counts up whenever somebody saves; give it back to save.' })
  revision!: number;
  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  changedAt!: string;
}

@InputType({ description: 'An identity provider, as it is to be.' })
export class IdentityProviderInput {
  @Field(() => String, { description: 'What stands on its button, 1 to 60 characters.' })
  name!: string;
  @Field(() => String, { description: 'Its issuer identifier, such as https://login.example.org/realms/staff.' })
  issuer!: string;
  @Field(() => String, { description: 'As whom it knows Preceptor.' })
  clientId!: string;
  @Field(() => String, { nullable: true, description: 'Its secret for Preceptor; null leaves the one that is kept, an empty text takes it away.' })
  clientSecret?: string | null;
  @Field(() => [String], { description: 'Of which addresses it may speak, by what stands after the @; empty: of all.' })
  domains!: string[];
  @Field(() => Boolean, { description: 'Whether somebody new gets an account, as a learner.' })
  admitsNew!: boolean;
  @Field(() => Boolean, { description: 'Whether addresses of its domains are believed that it does not call verified.' })
  trustsAddresses!: boolean;
  @Field(() => Boolean, { description: 'Whether nobody can come in by it for now.' })
  paused!: boolean;
}
