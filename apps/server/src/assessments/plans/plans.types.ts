import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Blueprint, FormWish } from '@preceptor/assessment/forms';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'An assessment as it is planned: what it is for, its blueprint, and what was published of it. What learners take is in a course version.' })
@Allow('with-parent')
export class AssessmentPlan {
  @Field(() => ID, { description: 'The plan\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The assessment\'s id within the course.' })
  name!: string;
  @Field(() => String, { description: 'What learners read above it.' })
  title!: string;
  @Field(() => String, { description: 'What learners read before they begin, plain text with a paragraph a line.' })
  intro!: string;
  courseId!: string;
  @Field(() => ID, { description: 'The unit whose assessment it becomes.' })
  unit!: string;
  @Field(() => String, { description: '`quiz`, `final`, `pre-test` or `self-assessment`.' })
  purpose!: string;
  @Field(() => Float, { nullable: true, description: 'Share of the points, 0 to 1; null: nothing to pass.' })
  passMark!: number | null;
  @Field(() => ID, { nullable: true, description: 'The panel that set the pass mark; null: somebody did by hand.' })
  passMarkPanel!: string | null;
  @Field(() => Int, { nullable: true, description: 'null: as many as one likes.' })
  maxAttempts!: number | null;
  @Field(() => Int, { nullable: true, description: 'Seconds; null: no limit.' })
  timeLimitSeconds!: number | null;
  @Field(() => String, { description: 'When a learner sees what was right: `immediate`, `after-submit` or `never`.' })
  feedback!: string;
  @Field(() => String, { description: '`free` or `linear`.' })
  navigation!: string;
  @Field(() => Boolean, { description: 'Whether the course is completed, and where there is a pass mark passed, by it.' })
  required!: boolean;
  @Field(() => [ID], { description: 'The banks that it draws from; empty: all banks of the course.' })
  banks!: string[];
  @Field(() => JsonScalar, { description: 'Blueprint of `@preceptor/assessment/forms`: sections, rules, groups kept apart, longest time.' })
  blueprint!: Blueprint;
  @Field(() => JsonScalar, { description: 'FormWish: how many forms, how many questions two of them may share, and in what share of them a question may stand.' })
  wish!: FormWish;
  @Field(() => Int, { description: 'Counts changes; name it when you change the plan.' })
  revision!: number;
  @Field(() => Int, { description: 'Counts changes of its forms.' })
  formsRevision!: number;
  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: string;
  updatedBy!: string;
}
@ObjectType({ description: 'A page of plans.' })
@Allow('with-parent')
export class AssessmentPlanConnection extends ConnectionOf(AssessmentPlan) {}

@ObjectType({ description: 'What was published of a plan.' })
@Allow('with-parent')
export class PlanPublication {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => Boolean, { description: 'Whether plan and forms are still as they were published.' })
  current!: boolean;
  courseVersionId!: string;
  accountId!: string;
}

@InputType({ isAbstract: true })
abstract class PlanFields {
  @Field(() => String, { nullable: true, description: 'What learners read before they begin, plain text, at most 4,000 characters.' })
  intro?: string;
  @Field(() => Float, { nullable: true, description: 'Share of the points, 0 to 1; null: nothing to pass.' })
  passMark?: number | null;
  @Field(() => Int, { nullable: true, description: 'null: as many as one likes.' })
  maxAttempts?: number | null;
  @Field(() => Int, { nullable: true, description: 'Seconds, a minute at least; null: no limit.' })
  timeLimitSeconds?: number | null;
  @Field(() => String, { nullable: true, description: '`immediate`, `after-submit` or `never`.' })
  feedback?: string;
  @Field(() => String, { nullable: true, description: '`free` or `linear`.' })
  navigation?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether the course is completed, and where there is a pass mark passed, by it.' })
  required?: boolean;
  @Field(() => [ID], { nullable: true, description: 'The banks to draw from; empty: all banks of the course.' })
  banks?: string[];
  @Field(() => JsonScalar, { nullable: true, description: 'Blueprint of `@preceptor/assessment/forms`.' })
  blueprint?: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'FormWish of `@preceptor/assessment/forms`.' })
  wish?: unknown;
}
@InputType({ description: 'A new plan. What is left out has usual values: one section of ten questions, one form, no limits.' })
export class CreateAssessmentPlanInput extends PlanFields {
  @Field(() => ID, { description: 'The course.' })
  course!: string;
  @Field(() => ID, { description: 'The unit of its newest version whose assessment it becomes.' })
  unit!: string;
  @Field(() => String, { description: '1 to 120 characters.' })
  title!: string;
  @Field(() => String, { description: '`quiz`, `final`, `pre-test` or `self-assessment`.' })
  purpose!: string;
}
@InputType({ description: 'What of a plan is to be different; what is left out stays.' })
export class ChangeAssessmentPlanInput extends PlanFields {
  @Field(() => ID, { nullable: true, description: 'Another unit of the course.' })
  unit?: string;
  @Field(() => String, { nullable: true, description: '1 to 120 characters.' })
  title?: string;
  @Field(() => String, { nullable: true, description: '`quiz`, `final`, `pre-test` or `self-assessment`.' })
  purpose?: string;
}
