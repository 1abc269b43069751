import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ExchangeFormatEnum, ExchangeNote } from './formats.types.js';
import type { ExportFormat } from './writing/export-format.js';

export const ItemVersionChoice = { NEWEST: 'newest', APPROVED: 'approved' } as const;
registerEnumType(ItemVersionChoice, {
  name: 'ItemVersionChoice', description: 'Which state of an item is written.',
  valuesMap: { NEWEST: { description: 'As it was saved last.' }, APPROVED: { description: 'As it was approved last; what never was is left out.' } },
});

@ObjectType({ description: 'An item of which something is changed or lost in a file, or that is not in it.' })
@Allow('with-parent')
export class ExportedItemView {
  @Field(() => String, { description: 'The item\'s name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Why it is not in the file; null: it is.' })
  refused!: string | null;
  @Field(() => [ExchangeNote], { description: 'What stands in the file in a form that Preceptor reads back, and others may not.' })
  changed!: ExchangeNote[];
  @Field(() => [ExchangeNote], { description: 'What is not in the file.' })
  lost!: ExchangeNote[];
}
@ObjectType({ description: 'Something that a file changes or leaves out, with how many items it concerns.' })
@Allow('with-parent')
export class ExportNote extends ExchangeNote {
  @Field(() => Boolean, { description: 'Whether it is lost; else it is changed.' })
  lost!: boolean;
  @Field(() => Int, { description: 'How many items it concerns.' })
  items!: number;
}

@ObjectType({ description: 'A file of items that was written to be downloaded, and what it holds of them.' })
@Allow('with-parent')
export class ItemExport {
  @Field(() => ID, { description: 'The export\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The file\'s name.' })
  name!: string;
  @Field(() => ExchangeFormatEnum, { description: 'Its format.' })
  format!: ExportFormat;
  @Field(() => String, { nullable: true, description: 'Where the file is on this server, for an hour; null: the format can hold none of the items.' })
  url!: string | null;
  @Field(() => Float, { description: 'The file\'s size in bytes.' })
  bytes!: number;
  @Field(() => Int, { description: 'Items that were asked for.' })
  asked!: number;
  @Field(() => Int, { description: 'Items that are in the file.' })
  written!: number;
  @Field(() => Int, { description: 'Items of which nothing is changed or lost.' })
  whole!: number;
  @Field(() => Int, { description: 'Items of which something is changed, and nothing lost.' })
  changed!: number;
  @Field(() => Int, { description: 'Items of which something is lost.' })
  lost!: number;
  @Field(() => Int, { description: 'Items that are not in the file.' })
  refused!: number;
  @Field(() => Int, { description: 'Pictures that are in the file.' })
  pictures!: number;
  @Field(() => [ExportNote], { description: 'What the file changes or leaves out, what is lost first, by how many items it concerns.' })
  notes!: ExportNote[];
  @Field(() => [ExportedItemView], { description: 'The items of which something is changed or lost or that are not in the file, worst first, 500 at most.' })
  items!: ExportedItemView[];
}
