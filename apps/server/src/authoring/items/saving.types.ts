import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { AuthoredItem } from './authored-item.types.js';

@InputType({ description: 'An item that is to be made.' })
export class CreateItemInput {
  @Field(() => ID, { description: 'The bank that it is to be in.' })
  bank!: string;
  @Field(() => ID, { nullable: true, description: 'The folder of that bank; left out: the bank itself.' })
  folder?: string | null;
  @Field(() => String, { nullable: true, description: 'The kind, such as single-choice; not needed where the document says it.' })
  kind?: string | null;
  @Field(() => String, { nullable: true, description: 'Its id in a course source, unique in the bank: lower-case letters, digits and hyphens, beginning with a letter, at most 64. Left out: the document\'s where it is free, else one made of the bank\'s.' })
  name?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'The item as course source has it: an entry of bank.yaml as JSON, its texts in Markdown. It may be half written. Left out: empty.' })
  document?: unknown;
}

@InputType({ description: 'An item that is to be saved.' })
export class SaveItemInput {
  @Field(() => ID, { description: 'The item.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that the document was made from.' })
  revision!: number;
  @Field(() => JsonScalar, { description: 'The whole item as course source has it; half written is fine.' })
  document!: unknown;
  @Field(() => ID, { nullable: true, description: 'Made by the client for each editor that is opened, a UUID. With it a save is no conflict with an earlier save of the same editor whose answer was lost, and saves of one editor are one entry of the history.' })
  editor?: string | null;
}

@ObjectType({ description: 'What somebody else saved since the revision that was named.' })
@Allow('with-parent')
export class ItemConflict {
  @Field(() => Int, { description: 'Their revision: save from it once both are joined.' })
  revision!: number;
  @Field(() => JsonScalar, { description: 'Their document.' })
  document!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'The document of the revision that was named, which both were made from; null: there is no such revision.' })
  ancestor!: unknown;
  @Field(() => JsonScalar, { description: 'Both joined, field by field: what one side changed is taken from it; of the fields in `fields` it holds yours.' })
  joined!: unknown;
  @Field(() => [String], { description: 'Fields of the document that both changed, each in its own way. None: `joined` has all of both, save it from `revision`.' })
  fields!: string[];
  @Field(() => DateTimeScalar, { description: 'When they saved it.' })
  at!: string;
  savedBy!: string;
}

@ObjectType({ description: 'What came of saving.' })
@Allow('with-parent')
export class SaveItemPayload {
  @Field(() => AuthoredItem, { description: 'The item as it is now; where there is a conflict, as somebody else saved it.' })
  item!: AuthoredItem;
  @Field(() => ItemConflict, { nullable: true, description: 'Why nothing was saved; null: it was saved.' })
  conflict!: ItemConflict | null;
}
