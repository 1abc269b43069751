import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { LiveSession } from '../live-sessions/live-sessions.types.js';

/** As libs/tracking has it. */
export enum EvaluationKind { SESSION = 'SESSION', END = 'END' }
registerEnumType(EvaluationKind, { name: 'EvaluationKind', description: 'When a form is asked.', valuesMap: { SESSION: { description: 'After each session.' }, END: { description: 'About the whole course.' } } });

@ObjectType({ description: 'What a cohort is asked, to be answered without a name.' })
@Allow('with-parent')
export class EvaluationForm {
  @Field(() => ID, { nullable: true, description: 'The form\'s id; null: it was not saved yet, and is what one could begin with.' })
  formId!: string | null;
  @Field(() => EvaluationKind, { description: 'When it is asked.' })
  kind!: EvaluationKind;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Boolean, { description: 'Whether it takes answers.' })
  open!: boolean;
  @Field(() => Int, { description: 'Give it with a change; 0: not saved yet.' })
  revision!: number;
  @Field(() => JsonScalar, { description: 'A list of EvaluationQuestion of libs/tracking.' })
  questions!: unknown;
}

@ObjectType({ description: 'A form that a learner is asked to fill in.' })
@Allow('with-parent')
export class AskedEvaluation {
  @Field(() => EvaluationForm, { description: 'The form.' })
  form!: EvaluationForm;
  @Field(() => LiveSession, { nullable: true, description: 'The session that it is about; null: the course.' })
  session!: LiveSession | null;
  @Field(() => Boolean, { description: 'Whether she has filled it in.' })
  filled!: boolean;
}

@ObjectType({ description: 'What was answered, without names. Nothing is shown of fewer than three answers, and new ones are shown three at a time while the form is open.' })
@Allow('with-parent')
export class EvaluationResults {
  @Field(() => Int, { description: 'How many answers there are.' })
  answers!: number;
  @Field(() => Int, { description: 'How many of them the figures are made of.' })
  shown!: number;
  @Field(() => JsonScalar, { description: 'A list of QuestionResult of libs/tracking; empty: too few answers.' })
  questions!: unknown;
}

@InputType({ description: 'What a form is to be.' })
export class EvaluationFormInput {
  @Field(() => String, { description: 'Its title, 1 to 120 characters.' })
  title!: string;
  @Field(() => Boolean, { description: 'Whether it takes answers. Closing it shows the last answers too.' })
  open!: boolean;
  @Field(() => JsonScalar, { description: 'A list of 1 to 40 EvaluationQuestion of libs/tracking.' })
  questions!: unknown;
}
