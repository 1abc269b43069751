import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

/** As `partKinds` of libs/tracking. */
export enum ConditionKind { LESSONS = 'LESSONS', ASSESSMENTS = 'ASSESSMENTS', ATTENDANCE = 'ATTENDANCE', REFLECTIONS = 'REFLECTIONS', EVALUATION = 'EVALUATION' }
registerEnumType(ConditionKind, {
  name: 'ConditionKind', description: 'What a condition of completion is about.',
  valuesMap: {
    LESSONS: { description: 'Lessons, their checks, time spent.' }, ASSESSMENTS: { description: 'Assessments taken or passed.' }, ATTENDANCE: { description: 'Sessions attended.' },
    REFLECTIONS: { description: 'Reflections written.' }, EVALUATION: { description: 'The evaluation form filled in.' },
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
