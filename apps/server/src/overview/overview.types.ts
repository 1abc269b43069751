import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { LearnerRow } from '../reporting/reporting.types.js';

@ObjectType({ description: 'Somebody who may need help, and what says so.' })
@Allow('with-parent')
export class LearnerAtRisk {
  @Field(() => LearnerRow, { description: 'The learner.' })
  learner!: LearnerRow;
  @Field(() => [String], { description: 'The signals, each a sentence, the gravest first.' })
  signals!: string[];
}

@ObjectType({ description: 'How many learners of a cohort something holds for.' })
@Allow('with-parent')
export class LearnerCount {
  @Field(() => String, { description: 'What, in words.' })
  label!: string;
  @Field(() => Int, { description: 'How many learners.' })
  learners!: number;
}

@ObjectType({ description: 'Where a cohort thins out, and who may need help.' })
@Allow('with-parent')
export class CohortOverview {
  @Field(() => [LearnerAtRisk], { description: 'At most 30 learners with a signal, those with the most first.' })
  atRisk!: LearnerAtRisk[];
  @Field(() => Int, { description: 'How many learners have a signal.' })
  atRiskCount!: number;
  @Field(() => [LearnerCount], { description: 'From enrolled to completed: how many came so far.' })
  funnel!: LearnerCount[];
  @Field(() => [LearnerCount], { description: 'How many spent how long.' })
  timeSpent!: LearnerCount[];
}
