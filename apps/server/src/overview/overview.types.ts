import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { LearnerRow } from '../reporting/reporting.types.js';
import { type AttentionKind, attentionKinds } from './attention.js';

const AttentionKinds = Object.fromEntries(attentionKinds.map((kind) => [kind, kind])) as { [K in AttentionKind]: K };
registerEnumType(AttentionKinds, {
  name: 'AttentionKind', description: 'Why a learner of a cohort wants an eye: of these the first that fits.',
  valuesMap: {
    WAITING: { description: 'Has failed what decides, and waits for somebody of the staff.' }, STUCK: { description: 'Has begun, and was silent for a week.' },
    LATE: { description: 'Past the due day, or behind an even pace.' }, AT_RISK: { description: 'None of these, and a signal says that she may need help.' },
  },
});

@ObjectType({ description: 'Somebody who may need help, and what says so.' })
@Allow('with-parent')
export class LearnerAtRisk {
  @Field(() => LearnerRow, { description: 'The learner.' })
  learner!: LearnerRow;
  @Field(() => [String], { description: 'The signals, each a sentence, the gravest first.' })
  signals!: string[];
}

@ObjectType({ description: 'Who of a cohort wants an eye for the same reason. Each learner stands in one of these lists at most.' })
@Allow('with-parent')
export class AttentionGroup {
  @Field(() => AttentionKinds, { description: 'Why.' })
  kind!: AttentionKind;
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
  @Field(() => [LearnerAtRisk], { description: 'At most ten of them, those with the most signals first.' })
  learners!: LearnerAtRisk[];
}

@ObjectType({ description: 'A question that many learners of a cohort get wrong.' })
@Allow('with-parent')
export class HardQuestion {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;
  @Field(() => ID, { description: 'The newest version of it in which the cohort was asked.' })
  courseVersionId!: string;
  @Field(() => ID, { description: 'The question\'s name in its course.' })
  item!: string;
  @Field(() => String, { description: 'What is asked, as plain text, shortened.' })
  stem!: string;
  @Field(() => String, { nullable: true, description: 'The title of the unit in which it is asked; null: of none.' })
  unit!: string | null;
  @Field(() => Int, { description: 'How many learners answered it.' })
  learners!: number;
  @Field(() => Int, { description: 'How many of them got less than half of its points at least once.' })
  wrong!: number;
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
  @Field(() => [AttentionGroup], { description: 'Who wants an eye, by why, four lists.' })
  attention!: AttentionGroup[];
  @Field(() => [HardQuestion], { description: 'At most ten questions that at least three learners answered and a third of them got wrong, the hardest first.' })
  hardQuestions!: HardQuestion[];
  @Field(() => [LearnerCount], { description: 'From enrolled to completed: how many came so far.' })
  funnel!: LearnerCount[];
  @Field(() => [LearnerCount], { description: 'How many spent how long.' })
  timeSpent!: LearnerCount[];
}
