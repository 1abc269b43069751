import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';

@ObjectType({ description: 'Whether somebody wants the mails of a category.' })
@Allow('with-parent')
export class MailWish {
  @Field(() => String, { description: 'The category: reminders or certificates.' })
  category!: string;
  @Field(() => Boolean, { description: 'Whether they are sent to her.' })
  wanted!: boolean;
  @Field(() => String, { nullable: true, description: 'Since when they are not, ISO 8601 UTC; null: they are.' })
  since!: string | null;
}

@ObjectType({ description: 'Which mails somebody wants of the organisation that she is signed in to, and in which language.' })
@Allow('with-parent')
export class MailWishes {
  @Field(() => String, { nullable: true, description: 'The language that she chose for mails of every organisation, two letters; null: as each organisation writes.' })
  language!: string | null;
  @Field(() => [String], { description: 'What there is to choose, at most 30.' })
  languages!: string[];
  @Field(() => [MailWish], { description: 'Each category that can be unsubscribed from, two of them.' })
  categories!: MailWish[];
}

@ObjectType({ description: 'An address that wants no mails of a category.' })
@Allow('with-parent')
export class UnsubscribedAddress {
  @Field(() => String, { description: 'The address, in lower case.' })
  address!: string;
  @Field(() => String, { description: 'The category: reminders or certificates.' })
  category!: string;
  @Field(() => String, { description: 'Since when, ISO 8601 UTC.' })
  at!: string;
  @Field(() => ID, { nullable: true, description: 'Whose address it is here; null: nobody\'s any more.' })
  accountId!: string | null;
  @Field(() => String, { nullable: true, description: 'The name of whose address it is; null: nobody\'s any more.' })
  name!: string | null;
}
@ObjectType({ description: 'A page of addresses that want no mails.' })
@Allow('with-parent')
export class UnsubscribedAddressConnection extends ConnectionOf(UnsubscribedAddress) {}
