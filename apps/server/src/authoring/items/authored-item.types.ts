import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { ItemState } from '../authoring.entity.js';
import { ItemStateEnum } from '../item-states.js';

@ObjectType({ description: 'An item as its editor shows it: what it says, what is wrong with it, what was said about it and what it was. Ask for `revision`, `updatedAt` and `updatedBy` alone, every few seconds, to learn whether somebody else edits it: that is cheap.' })
@Allow('with-parent')
export class AuthoredItem {
  @Field(() => ID, { description: 'The item\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its id in a course source; unique in its bank. Saving never changes it.' })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'The folder that it lies in; null: in the bank itself.' })
  folderId!: string | null;
  @Field(() => String, { description: 'The kind of item, such as single-choice; empty: its document says none.' })
  kind!: string;
  @Field(() => ItemStateEnum, { description: 'Where it stands.' })
  state!: ItemState;
  @Field(() => Int, { description: 'The newest revision; every save counts. Name it when you save, decide or restore.' })
  revision!: number;
  @Field(() => Int, { nullable: true, description: 'The newest approved version, which assessments use; null: none was approved yet.' })
  approvedVersion!: number | null;
  @Field(() => Boolean, { description: 'Whether it could be shown and scored when it was last saved. Only then can it be sent to review.' })
  sound!: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was last saved.' })
  updatedAt!: string;
  organisationId!: string;
  bankId!: string;
  statements!: string[];
  authorId!: string;
  /** The account that saved it last. */
  updatedBy!: string;
}

@ObjectType({ description: 'Whether the viewer may do something with an item now.' })
@Allow('with-parent')
export class Permission {
  @Field(() => Boolean, { description: 'Whether she may.' })
  allowed!: boolean;
  @Field(() => String, { nullable: true, description: 'Why not, as a sentence; null: she may.' })
  reason!: string | null;
}

@ObjectType({ description: 'What the viewer may do with an item now, by her roles, the item\'s state and who wrote it.' })
@Allow('with-parent')
export class ItemPermissions {
  @Field(() => Permission, { description: 'Save, restore.' })
  edit!: Permission;
  @Field(() => Permission, { description: 'Send to review.' })
  submit!: Permission;
  @Field(() => Permission, { description: 'Approve.' })
  approve!: Permission;
  @Field(() => Permission, { description: 'Give back from review.' })
  giveBack!: Permission;
  @Field(() => Permission, { description: 'Retire.' })
  retire!: Permission;
  @Field(() => Permission, { description: 'Take up again once it is retired.' })
  reinstate!: Permission;
  @Field(() => Permission, { description: 'Comment, and say that a comment is dealt with.' })
  comment!: Permission;
  @Field(() => Permission, { description: 'Let a finding of the item lint stand, or no longer.' })
  waive!: Permission;
}
