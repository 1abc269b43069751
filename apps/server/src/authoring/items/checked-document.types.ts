import { Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';

export const ItemProblemSeverity = { ERROR: 'error', WARNING: 'warning' } as const;
export type ItemProblemSeverity = (typeof ItemProblemSeverity)[keyof typeof ItemProblemSeverity];
registerEnumType(ItemProblemSeverity, {
  name: 'ItemProblemSeverity', description: 'How much a problem hinders.',
  valuesMap: { ERROR: { description: 'The item can\'t be sent to review.' }, WARNING: { description: 'It can, but look at it.' } },
});

@ObjectType({ description: 'What the course compiler says of a document.' })
@Allow('with-parent')
export class ItemProblem {
  @Field(() => String, { description: 'A code of docs/diagnostics.md.' })
  code!: string;
  @Field(() => ItemProblemSeverity, { description: 'How much it hinders.' })
  severity!: ItemProblemSeverity;
  @Field(() => [String], { description: 'The way to the value in the document, such as options, 2, text; of one that lacks, to where it would be; empty: the whole.' })
  path!: string[];
  @Field(() => String, { description: 'The same way as a JSON Pointer (RFC 6901), as the places of comments are.' })
  place!: string;
  @Field(() => String, { description: 'What is so.' })
  message!: string;
  @Field(() => String, { nullable: true, description: 'How to mend it.' })
  hint!: string | null;
}

export const FindingSeverity = { FLAW: 'flaw', ADVICE: 'advice' } as const;
export type FindingSeverity = (typeof FindingSeverity)[keyof typeof FindingSeverity];
registerEnumType(FindingSeverity, {
  name: 'FindingSeverity', description: 'How a finding is meant.',
  valuesMap: { FLAW: { description: 'It gives the key away or hinders an honest answer: mend it.' }, ADVICE: { description: 'Look again; a person decides.' } },
});

@ObjectType({ description: 'That somebody lets what a rule finds stand, and why.' })
@Allow('with-parent')
export class FindingWaiver {
  @Field(() => String, { description: 'The reason.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  at!: string;
  accountId!: string;
}

@ObjectType({ description: 'What goes against published guidance on how items are written: see docs/item-lint.md.' })
@Allow('with-parent')
export class LintFinding {
  @Field(() => String, { description: 'The rule, as docs/item-lint.md has it.' })
  rule!: string;
  @Field(() => String, { description: 'What the finding is called.' })
  title!: string;
  @Field(() => FindingSeverity, { description: 'How it is meant.' })
  severity!: FindingSeverity;
  @Field(() => String, { description: 'Where in the item, by names and ids: `stem`, `options.b`, `gaps.g1.b`, `key`, `feedback`, `statements`. Options without an id of their own are a, b, c by place.' })
  path!: string;
  @Field(() => String, { description: 'What is so, in a sentence that stands alone.' })
  message!: string;
  @Field(() => String, { description: 'What to do about it.' })
  advice!: string;
  @Field(() => String, { description: 'Why it matters, and what exactly the rule looks at.' })
  explanation!: string;
  @Field(() => [String], { description: 'The published rules that it rests on, by author and year.' })
  sources!: string[];
  @Field(() => FindingWaiver, { nullable: true, description: 'That somebody lets it stand; null: nobody does.' })
  waiver!: FindingWaiver | null;
}

@ObjectType({ description: 'A document as the compiler and the item lint see it.' })
@Allow('with-parent')
export class CheckedDocument {
  @Field(() => [ItemProblem], { description: 'What the compiler says, at most 100.' })
  problems!: ItemProblem[];
  @Field(() => [LintFinding], { description: 'What the item lint says; nothing as long as the document does not compile.' })
  findings!: LintFinding[];
  @Field(() => JsonScalar, { nullable: true, description: 'ItemView of libs/assessment: what a learner sees, without key or feedback. Its pictures and sounds, `media/…`, lie at /authoring/media/…. Null: it does not compile.' })
  preview!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'Item of libs/assessment: the compiled item with its key. Null: it does not compile.' })
  compiled!: unknown;
}

@InputType({ description: 'A document that is to be looked at without being saved.' })
export class CheckItemInput {
  @Field(() => ID, { description: 'The bank that it is in or would be: its course\'s statements and lessons may be named.' })
  bank!: string;
  @Field(() => ID, { nullable: true, description: 'The item that it is of, so that its waivers count.' })
  item?: string | null;
  @Field(() => JsonScalar, { description: 'The item as course source has it: an entry of bank.yaml as JSON.' })
  document!: unknown;
}

@ObjectType({ description: 'A part of an item, scored.' })
@Allow('with-parent')
export class TriedPart {
  @Field(() => ID, { description: 'The part: an option, premise, gap, question, row or criterion.' })
  id!: string;
  @Field(() => String, { description: 'The part in plain words.' })
  label!: string;
  @Field(() => Boolean, { description: 'Whether it is right.' })
  correct!: boolean;
  @Field(() => Float, { description: 'Points earned.' })
  raw!: number;
  @Field(() => Float, { description: 'Points that could be earned.' })
  max!: number;
}

@ObjectType({ description: 'A choice in plain words.' })
@Allow('with-parent')
export class NamedChoice {
  @Field(() => ID, { description: 'The choice; `slot.choice` for kinds with places, `place.element` for orders.' })
  id!: string;
  @Field(() => String, { description: 'It in plain words.' })
  label!: string;
}

@ObjectType({ description: 'What an answer to a document would earn.' })
@Allow('with-parent')
export class TriedItem {
  @Field(() => String, { description: 'correct, partial, incorrect, unanswered, or pending where a person must score.' })
  outcome!: string;
  @Field(() => Float, { description: 'Points earned.' })
  raw!: number;
  @Field(() => Float, { description: 'Points that could be earned.' })
  max!: number;
  @Field(() => Float, { description: 'Share of the points, 0 to 1.' })
  scaled!: number;
  @Field(() => String, { description: 'How the score came about, in a sentence or two.' })
  explanation!: string;
  @Field(() => [TriedPart], { description: 'Part by part; none where the kind has no parts or nothing was answered.' })
  parts!: TriedPart[];
  @Field(() => [NamedChoice], { description: 'What was answered, in words.' })
  answered!: NamedChoice[];
  @Field(() => [NamedChoice], { description: 'What would earn the most, in words; none where no single answer does.' })
  best!: NamedChoice[];
  @Field(() => JsonScalar, { description: 'EarnedFeedback of libs/assessment: what the learner would read.' })
  feedback!: unknown;
}

@ObjectType({ description: 'An answer tried at a document.' })
@Allow('with-parent')
export class TryItemPayload {
  @Field(() => TriedItem, { nullable: true, description: 'What it would earn; null: the document does not compile.' })
  tried!: TriedItem | null;
  @Field(() => [ItemProblem], { description: 'What the compiler says of the document.' })
  problems!: ItemProblem[];
}

@InputType({ description: 'A document and an answer that is to be tried at it.' })
export class TryItemInput {
  @Field(() => ID, { description: 'The bank that it is in or would be.' })
  bank!: string;
  @Field(() => JsonScalar, { description: 'The item as course source has it.' })
  document!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'ItemResponse of libs/assessment: `{ "value": …, "certainty": 1, 2 or 3 }`; left out: nothing was answered.' })
  response?: unknown;
}
