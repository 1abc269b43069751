import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import type { ItemState, RevisionRow } from '../authoring.entity.js';
import { ItemStateEnum } from '../item-states.js';

export const RevisionCause = { CREATED: 'created', EDITED: 'edited', RESTORED: 'restored', IMPORTED: 'imported', PULLED: 'pulled', BULK: 'bulk' } as const satisfies Record<string, RevisionRow['cause']>;
registerEnumType(RevisionCause, {
  name: 'RevisionCause', description: 'How a revision came to be.',
  valuesMap: {
    CREATED: { description: 'The item was made.' }, EDITED: { description: 'Somebody wrote.' }, RESTORED: { description: 'An earlier revision was taken up again.' },
    IMPORTED: { description: 'It came from a file.' }, PULLED: { description: 'It came from the course source.' }, BULK: { description: 'Many items were changed at once.' },
  },
});

@ObjectType({ description: 'One entry of an item\'s history. Saves of one person that follow each other within ten minutes are one entry, their last; all stay readable by their number.' })
@Allow('with-parent')
export class ItemRevision {
  @Field(() => Int, { description: 'Its number, counted by item from 1.' })
  revision!: number;
  @Field(() => Int, { nullable: true, description: 'The version that it was approved as; null: it was not.' })
  version!: number | null;
  @Field(() => RevisionCause, { description: 'How it came to be.' })
  cause!: RevisionRow['cause'];
  @Field(() => DateTimeScalar, { description: 'When the first of its saves was made.' })
  beganAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: string;
  @Field(() => JsonScalar, { description: 'The item as it was then, as course source has it.' })
  document!: unknown;
  itemId!: string;
  savedBy!: string;
}
@ObjectType({ description: 'A page of a history.' })
@Allow('with-parent')
export class ItemRevisionConnection extends ConnectionOf(ItemRevision) {}

@ObjectType({ description: 'What somebody decided about an item\'s state.' })
@Allow('with-parent')
export class ItemDecision {
  @Field(() => ID, { description: 'The decision\'s id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that it was about.' })
  revision!: number;
  @Field(() => ItemStateEnum, { description: 'The state before.' })
  fromState!: ItemState;
  @Field(() => ItemStateEnum, { description: 'The state after.' })
  toState!: ItemState;
  @Field(() => String, { nullable: true, description: 'What was said to it; null: nothing.' })
  note!: string | null;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  accountId!: string;
}
@ObjectType({ description: 'A page of decisions.' })
@Allow('with-parent')
export class ItemDecisionConnection extends ConnectionOf(ItemDecision) {}
