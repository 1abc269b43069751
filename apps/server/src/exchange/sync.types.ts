import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ItemState, ItemStateEnum } from '../authoring/item-states.js';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import type { PushOutcome } from './sync.service.js';

@ObjectType({ description: 'An item as course source has it.' })
@Allow('with-parent')
export class BankDocument {
  @Field(() => String, { description: 'The item\'s name, its id in a course source.' })
  name!: string;
  @Field(() => Int, { description: 'The newest revision: give it when a changed document is pushed.' })
  revision!: number;
  @Field(() => ItemStateEnum, { description: 'Where it stands.' })
  state!: ItemState;
  @Field(() => JsonScalar, { description: 'An entry of bank.yaml as JSON (docs/course-source.md), texts in Markdown.' })
  document!: unknown;
}
@ObjectType({ description: 'A page of documents.' })
@Allow('with-parent')
export class BankDocumentConnection extends ConnectionOf(BankDocument) {}

@InputType({ description: 'An item of a course source that is to be saved.' })
export class PushedItemInput {
  @Field(() => String, { description: 'Its name, its id in the course source.' })
  name!: string;
  @Field(() => Int, { nullable: true, description: 'The revision that it was made from; left out: it is new.' })
  revision?: number | null;
  @Field(() => JsonScalar, { description: 'An entry of bank.yaml as JSON.' })
  document!: unknown;
}

export const PushOutcomeEnum = { CREATED: 'CREATED', SAVED: 'SAVED', UNCHANGED: 'UNCHANGED', CHANGED_MEANWHILE: 'CHANGED_MEANWHILE', REFUSED: 'REFUSED' } as const satisfies { [K in PushOutcome]: K };
registerEnumType(PushOutcomeEnum, {
  name: 'PushOutcome', description: 'What became of an item that was pushed.',
  valuesMap: {
    CREATED: { description: 'It is a new item, a draft.' }, SAVED: { description: 'It is the newest revision; what was approved is a draft again.' }, UNCHANGED: { description: 'It was so already.' },
    CHANGED_MEANWHILE: { description: 'Somebody saved it after that revision, or made one of its name: pull first.' }, REFUSED: { description: 'It can\'t be saved; the message says why.' },
  },
});
@ObjectType({ description: 'What became of one item that was pushed.' })
@Allow('with-parent')
export class PushedItem {
  @Field(() => ID, { description: 'Its name.' })
  name!: string;
  @Field(() => PushOutcomeEnum, { description: 'What became of it.' })
  outcome!: PushOutcome;
  @Field(() => String, { nullable: true, description: 'Why, where it was not taken.' })
  message!: string | null;
}
