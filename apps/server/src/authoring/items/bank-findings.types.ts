import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { FindingSeverity, FindingWaiver } from './checked-document.types.js';

@ObjectType({ description: 'What shows only when the items of a bank stand beside each other: the key too often at one place, nearly the same question twice, a question that answers another.' })
@Allow('with-parent')
export class BankFinding {
  @Field(() => String, { description: 'The rule, as docs/item-lint.md has it.' })
  rule!: string;
  @Field(() => String, { description: 'What the finding is called.' })
  title!: string;
  @Field(() => FindingSeverity, { description: 'How it is meant.' })
  severity!: FindingSeverity;
  @Field(() => String, { description: 'What is so, in a sentence that stands alone; items by their names.' })
  message!: string;
  @Field(() => String, { description: 'What to do about it.' })
  advice!: string;
  @Field(() => String, { description: 'Why it matters, and what exactly the rule looks at.' })
  explanation!: string;
  @Field(() => [String], { description: 'The published rules that it rests on, by author and year.' })
  sources!: string[];
  @Field(() => FindingWaiver, { nullable: true, description: 'That somebody lets it stand for its item; null: nobody does.' })
  waiver!: FindingWaiver | null;
  itemId!: string | null;
  otherIds!: string[];
}

@ObjectType({ description: 'The item lint over a bank.' })
@Allow('with-parent')
export class BankFindings {
  @Field(() => [BankFinding], { description: 'What it found, 200 at most.' })
  findings!: BankFinding[];
  @Field(() => Int, { description: 'How many items were looked at: those that are not retired and can be scored, 500 at most, the newest saved first.' })
  looked!: number;
}
