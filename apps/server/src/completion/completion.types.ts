import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

/** As `partKinds` of libs/tracking. */
export enum ConditionKind { LESSONS = 'LESSONS', ASSESSMENTS = 'ASSESSMENTS', ATTENDANCE = 'ATTENDANCE', REFLECTIONS = 'REFLECTIONS', HAND_INS = 'HAND_INS', EVALUATION = 'EVALUATION' }
registerEnumType(ConditionKind, {
  name: 'ConditionKind', description: 'What a condition of completion is about.',
  valuesMap: {
    LESSONS: { description: 'Lessons, their checks, time spent.' }, ASSESSMENTS: { description: 'Assessments taken or passed.' }, ATTENDANCE: { description: 'Sessions attended.' },
    REFLECTIONS: { description: 'Reflections written.' }, HAND_INS: { description: 'Hand-ins submitted.' }, EVALUATION: { description: 'The evaluation form filled in.' },
  },
});

@ObjectType({ description: 'One condition of the certificate.' })
@Allow('with-parent')
export class Condition {
  @Field(() => ConditionKind, { description: 'What it is about.' })
  kind!: ConditionKind;
  @Field(() => String, { description: 'What is asked.' })
  label!: string;
  @Field(() => Boolean, { description: 'Whether it is met.' })
  met!: boolean;
  @Field(() => String, { nullable: true, description: 'How far it is, such as "7 of 22".' })
  detail!: string | null;
}

@ObjectType({ description: 'What completing a cohort asks for.' })
@Allow('with-parent')
export class CompletionRule {
  @Field(() => Int, { description: 'Give it with a change; 0: none is set, and the course\'s own rules hold.' })
  revision!: number;
  @Field(() => Boolean, { description: 'What the course\'s own rules say of lessons, their checks and time.' })
  lessons!: boolean;
  @Field(() => Boolean, { description: 'What the course\'s own rules say of assessments.' })
  assessments!: boolean;
  @Field(() => Boolean, { description: 'Sessions attended.' })
  attendance!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many sessions at least; null: every one.' })
  leastSessions!: number | null;
  @Field(() => Boolean, { description: 'Reflections written.' })
  reflections!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many reflections at least; null: every one.' })
  leastReflections!: number | null;
  @Field(() => Boolean, { description: 'Hand-ins submitted: assessments whose every question is marked by people.' })
  handIns!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many hand-ins at least; null: every one.' })
  leastHandIns!: number | null;
  @Field(() => Boolean, { description: 'The form about the course filled in.' })
  evaluation!: boolean;
}

@InputType({ description: 'What completing a cohort is to ask for: at least one thing.' })
export class CompletionRuleInput {
  @Field(() => Boolean, { description: 'What the course\'s own rules say of lessons, their checks and time.' })
  lessons!: boolean;
  @Field(() => Boolean, { description: 'What the course\'s own rules say of assessments.' })
  assessments!: boolean;
  @Field(() => Boolean, { description: 'Sessions attended.' })
  attendance!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many sessions at least; null: every one.' })
  leastSessions?: number | null;
  @Field(() => Boolean, { description: 'Reflections written.' })
  reflections!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many reflections at least; null: every one.' })
  leastReflections?: number | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Hand-ins submitted: assessments whose every question is marked by people.' })
  handIns!: boolean;
  @Field(() => Int, { nullable: true, description: 'How many hand-ins at least; null: every one.' })
  leastHandIns?: number | null;
  @Field(() => Boolean, { description: 'The form about the course filled in.' })
  evaluation!: boolean;
}
