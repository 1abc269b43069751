import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Blueprint, FormWish } from '@preceptor/assessment/forms';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';

export const BuildStateEnum = { RUNNING: 'running', SOLVED: 'solved', IMPOSSIBLE: 'impossible', OUT_OF_TIME: 'out-of-time', FAILED: 'failed' } as const;
registerEnumType(BuildStateEnum, {
  name: 'FormBuildState', description: 'How building forms stands.',
  valuesMap: {
    RUNNING: { description: 'They are being built; ask again in a second.' }, SOLVED: { description: 'There are forms.' }, IMPOSSIBLE: { description: 'No forms can keep the blueprint; the reason is told.' },
    OUT_OF_TIME: { description: 'None were found in the time given.' }, FAILED: { description: 'Something went wrong; the reason is told.' },
  },
});

@ObjectType({ description: 'A blueprint that can be met, with the least change to what was asked.' })
@Allow('with-parent')
export class NearestBlueprint {
  @Field(() => JsonScalar, { description: 'The blueprint.' })
  blueprint!: Blueprint;
  @Field(() => JsonScalar, { description: 'The FormWish.' })
  wish!: FormWish;
  @Field(() => [String], { description: 'What is different, each as a sentence.' })
  changes!: string[];
}
@ObjectType({ description: 'What came of building forms the last time.' })
@Allow('with-parent')
export class FormBuild {
  @Field(() => BuildStateEnum, { description: 'How it stands.' })
  state!: string;
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: string;
  @Field(() => Float, { nullable: true, description: 'Seconds that it took; null: it runs, or failed.' })
  seconds!: number | null;
  @Field(() => Boolean, { description: 'Whether no better forms were left untried.' })
  settled!: boolean;
  @Field(() => Boolean, { description: 'Whether the blueprint is still the one that it was made of.' })
  current!: boolean;
  @Field(() => String, { nullable: true, description: 'Why there are no forms.' })
  reason!: string | null;
  @Field(() => [String], { description: 'Demands that can\'t be met together.' })
  conflict!: string[];
  @Field(() => NearestBlueprint, { nullable: true, description: 'What could be met; null: nothing was looked for, or found in time.' })
  nearest!: NearestBlueprint | null;
}

@ObjectType({ description: 'An approved item as forms are built of it.' })
@Allow('with-parent')
export class FormCandidate {
  @Field(() => ID, { description: 'The item\'s id in its bank.' })
  id!: string;
  @Field(() => String, { description: 'The item\'s id in courses.' })
  name!: string;
  @Field(() => String, { description: 'The stem\'s words.' })
  stem!: string;
  @Field(() => Int, { description: 'The newest approved version.' })
  version!: number;
  @Field(() => Boolean, { description: 'Retired: it can\'t be published again.' })
  retired!: boolean;
  @Field(() => String, { description: 'Its kind.' })
  kind!: string;
  @Field(() => String, { description: '`recall`, `application` or `judgement`.' })
  level!: string;
  @Field(() => String, { description: '`easy`, `medium` or `hard`, as its author says.' })
  difficulty!: string;
  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to.' })
  unit!: string | null;
  @Field(() => [String], { description: 'Its tags.' })
  tags!: readonly string[];
  @Field(() => Float, { description: 'Share of its points that learners earn, 0 to 1, as far as known; else what its label stands for.' })
  expected!: number;
  @Field(() => Boolean, { description: 'Whether `expected` is from learners\' answers.' })
  measured!: boolean;
  @Field(() => Int, { description: 'In how many forms of all assessments it stands.' })
  uses!: number;
  @Field(() => Int, { description: 'Attempts in which it was given.' })
  answers!: number;
}
@ObjectType({ description: 'A page of items.' })
@Allow('with-parent')
export class FormCandidateConnection extends ConnectionOf(FormCandidate) {}

@ObjectType({ description: 'An item in a form.' })
@Allow('with-parent')
export class PlacedFormItem {
  @Field(() => FormCandidate, { description: 'The item.' })
  item!: FormCandidate;
  @Field(() => Boolean, { description: 'It stays where forms are built anew.' })
  locked!: boolean;
}
@ObjectType({ description: 'A section of a form.' })
@Allow('with-parent')
export class PlannedSection {
  @Field(() => ID, { description: 'The section\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Int, { description: 'How many items the blueprint wants in it.' })
  wanted!: number;
  @Field(() => [PlacedFormItem], { description: 'Its items, in order, at most 500.' })
  items!: PlacedFormItem[];
}
@ObjectType({ description: 'What a form is like beside the others.' })
@Allow('with-parent')
export class FormBalance {
  @Field(() => Int, { description: 'Its items.' })
  items!: number;
  @Field(() => Float, { description: 'Mean expected share of points, 0 to 1: higher is easier.' })
  facility!: number;
  @Field(() => Int, { description: 'Items of which that is known from answers.' })
  measured!: number;
  @Field(() => Float, { description: 'Seconds that learners take, 90 for an item of which nothing is known.' })
  seconds!: number;
  @Field(() => Int, { description: 'Items of recall.' })
  recall!: number;
  @Field(() => Int, { description: 'Items of application.' })
  application!: number;
  @Field(() => Int, { description: 'Items of judgement.' })
  judgement!: number;
  @Field(() => Int, { description: 'Items labelled easy.' })
  easy!: number;
  @Field(() => Int, { description: 'Items labelled medium.' })
  medium!: number;
  @Field(() => Int, { description: 'Items labelled hard.' })
  hard!: number;
}
@ObjectType({ description: 'One form of a planned assessment.' })
@Allow('with-parent')
export class PlannedForm {
  @Field(() => ID, { description: 'a, b, c, …' })
  id!: string;
  @Field(() => [PlannedSection], { description: 'Its sections, those of the blueprint.' })
  sections!: PlannedSection[];
  @Field(() => FormBalance, { description: 'What it is like.' })
  balance!: FormBalance;
}
@ObjectType({ description: 'A demand of the blueprint that forms don\'t keep.' })
@Allow('with-parent')
export class FormBreach {
  @Field(() => ID, { nullable: true, description: 'The form; null: it is about several.' })
  form!: string | null;
  @Field(() => String, { description: 'The demand.' })
  says!: string;
}
@ObjectType({ description: 'The forms of a planned assessment.' })
@Allow('with-parent')
export class AssessmentForms {
  @Field(() => ID, { description: 'The plan.' })
  plan!: string;
  @Field(() => Int, { description: 'Counts changes of the forms; name it when you change them.' })
  revision!: number;
  @Field(() => Boolean, { description: 'Whether the last change can be taken back.' })
  canUndo!: boolean;
  @Field(() => [PlannedForm], { description: 'The forms, at most 20.' })
  forms!: PlannedForm[];
  @Field(() => [FormBreach], { description: 'What they don\'t keep of the blueprint as it is now.' })
  breaches!: FormBreach[];
  @Field(() => FormBuild, { nullable: true, description: 'What came of building the last time; null: never built.' })
  build!: FormBuild | null;
}

@InputType({ description: 'An item in a form.' })
class FormItemInput {
  @Field(() => ID, { description: 'The item\'s id in its bank.' })
  id!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'It is to stay where forms are built anew.' })
  locked!: boolean;
}
@InputType({ description: 'A section of a form.' })
class FormSectionInput {
  @Field(() => ID, { description: 'A section of the blueprint.' })
  id!: string;
  @Field(() => [FormItemInput], { description: 'Its items, in order.' })
  items!: FormItemInput[];
}
@InputType({ description: 'A form put together by hand.' })
export class FormInput {
  @Field(() => ID, { description: 'a, b, c, …' })
  id!: string;
  @Field(() => [FormSectionInput], { description: 'Its sections.' })
  sections!: FormSectionInput[];
}
