import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { Allow } from '../identity/allow.js';

@ObjectType({ description: 'One kind of data that is kept of people.' })
@Allow('with-parent')
export class HeldData {
  @Field(() => String, { description: 'What it is.' })
  what!: string;
  @Field(() => String, { description: 'Why it is kept.' })
  why!: string;
  @Field(() => String, { description: '`deleted`, `kept` or `without-texts`: what becomes of it when its person is erased. What is kept names her by a number alone; without texts: what she or staff wrote in their own words is taken out.' })
  atErasure!: string;
}

@ObjectType({ description: 'One kind of data of a person, and what an erasure would do with it.' })
@Allow('with-parent')
export class ErasureLine {
  @Field(() => String, { description: 'What it is, as its person would read it.' })
  what!: string;
  @Field(() => String, { description: 'Why it is kept.' })
  why!: string;
  @Field(() => String, { description: '`deleted`, `kept` or `without-texts`.' })
  becomes!: string;
  @Field(() => Int, { description: 'How many records there are.' })
  rows!: number;
}

@ObjectType({ description: 'What an erasure of a person would do now.' })
@Allow('with-parent')
export class ErasurePreview {
  @Field(() => [ErasureLine], { description: 'Everything that is kept of her, with what would become of it.' })
  lines!: ErasureLine[];
  @Field(() => Int, { description: 'Texts that would be taken out: reflections, typed answers, remarks and reasons of staff.' })
  texts!: number;
  @Field(() => String, { nullable: true, description: 'The last day, YYYY-MM-DD, on which a certificate of hers must be kept with her name; null: there is none.' })
  keptUntil!: string | null;
  @Field(() => Int, { description: 'Certificates that law wants kept: they stay as they were issued.' })
  certificatesKept!: number;
  @Field(() => Int, { description: 'Certificates whose time of keeping is over: they go.' })
  certificatesDeleted!: number;
  @Field(() => Int, { description: 'Courses that were over more than six years ago: all their records go.' })
  oldRecords!: number;
}

@ObjectType({ description: 'Something that is kept for a time.' })
@Allow('with-parent')
export class RetentionLine {
  @Field(() => String, { description: 'What it is.' })
  what!: string;
  @Field(() => String, { description: 'How long it is kept, in words.' })
  period!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'What is older than this goes; null: it is kept for ever.' })
  before!: string | null;
  @Field(() => Int, { description: 'How many are past it now.' })
  rows!: number;
}
