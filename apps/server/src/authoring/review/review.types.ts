import { ArgsType, Field, ID, Int } from '@nestjs/graphql';

/** What every decision about an item's state is given. */
@ArgsType()
export class DecisionArgs {
  @Field(() => ID, { description: 'The item.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that the decision is about; one that is not the newest any more is refused.' })
  revision!: number;
}
@ArgsType()
export class NotedDecisionArgs extends DecisionArgs {
  @Field(() => String, { nullable: true, description: 'What is to be said to it, at most 2,000 characters.' })
  note?: string | null;
}
@ArgsType()
export class ReasonedDecisionArgs extends DecisionArgs {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters, for whoever wrote it.' })
  reason!: string;
}
