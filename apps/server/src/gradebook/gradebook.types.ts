import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

export enum GradebookSort { NAME = 'NAME', TOTAL = 'TOTAL' }
registerEnumType(GradebookSort, { name: 'GradebookSort', description: 'What a gradebook\'s learners are sorted by.', valuesMap: { NAME: { description: 'By name.' }, TOTAL: { description: 'By the grade; who has none comes first.' } } });

@ObjectType({ description: 'A group of marks that weighs its part of the grade.' })
@Allow('with-parent')
export class GradebookCategory {
  @Field(() => ID, { description: 'Its id within the gradebook.' })
  id!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => Float, { description: 'What it weighs, of 100.' })
  weight!: number;
  @Field(() => Int, { description: 'How many of the lowest marks are left out.' })
  dropLowest!: number;
}

@ObjectType({ description: 'What a gradebook lists a mark of.' })
@Allow('with-parent')
export class GradebookColumn {
  @Field(() => ID, { description: 'Its id: the same in every version of the course.' })
  id!: string;
  @Field(() => String, { description: 'assessment; hand-in: people mark every question of it; practice: a pre-test or self-assessment; session: attendance at a live session.' })
  kind!: string;
  @Field(() => String, { description: 'What it is called.' })
  title!: string;
  @Field(() => String, { description: 'The course that it is of, or when the session is.' })
  detail!: string;
  @Field(() => ID, { nullable: true, description: 'The category in which it counts; null: it is shown and counts nowhere.' })
  category!: string | null;
  @Field(() => Float, { nullable: true, description: 'The mean of the marks that there are, 0 to 1.' })
  mean!: number | null;
  @Field(() => Int, { description: 'How many learners have a mark.' })
  marked!: number;
  @Field(() => Int, { description: 'How many wait for somebody to mark them.' })
  waiting!: number;
}

@ObjectType({ description: 'What somebody of the staff put in the place of a mark.' })
@Allow('with-parent')
export class MarkOverride {
  @Field(() => String, { description: 'marked, excused or incomplete.' })
  state!: string;
  @Field(() => Float, { nullable: true, description: 'The mark, 0 to 1; null unless marked.' })
  value!: number | null;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@ObjectType({ description: 'One learner\'s mark in one column.' })
@Allow('with-parent')
export class GradebookCell {
  @Field(() => ID, { description: 'The column.' })
  column!: string;
  @Field(() => ID, { nullable: true, description: 'The enrolment that the mark belongs to; null: she does not take this course, so there is nothing to mark.' })
  enrolmentId!: string | null;
  @Field(() => String, { description: 'marked, missing, ahead, waiting, excused or incomplete.' })
  state!: string;
  @Field(() => Float, { nullable: true, description: 'The mark that stands, 0 to 1; null unless marked.' })
  value!: number | null;
  @Field(() => String, { nullable: true, description: 'counts, zero (not done, counted as 0), dropped (left out as among the lowest), or why it does not count; null: the column counts nowhere.' })
  use!: string | null;
  @Field(() => Float, { nullable: true, description: 'What the system itself has counted, 0 to 1, by the rules of the assessment; null: nothing yet.' })
  earned!: number | null;
  @Field(() => Int, { description: 'How many attempts are submitted.' })
  attempts!: number;
  @Field(() => Int, { description: 'How many of them wait for somebody to mark something.' })
  waiting!: number;
  @Field(() => MarkOverride, { nullable: true, description: 'What stands in its place; null: what the system has counted.' })
  override!: MarkOverride | null;
  @Field(() => Int, { description: 'Grows with each change of this mark by staff; give it to overrideMark. 0: nobody has changed it.' })
  revision!: number;
}

@ObjectType({ description: 'What one category comes to for one learner.' })
@Allow('with-parent')
export class CategoryTotal {
  @Field(() => ID, { description: 'The category.' })
  category!: string;
  @Field(() => Float, { nullable: true, description: 'The mean of what counts, 0 to 1; null: nothing counts yet.' })
  value!: number | null;
  @Field(() => Float, { description: 'Its part of this learner\'s grade, 0 to 1: a category without marks gives its part to the others.' })
  share!: number;
}

@ObjectType({ description: 'One learner\'s line of a gradebook.' })
@Allow('with-parent')
export class GradebookRow {
  @Field(() => Float, { nullable: true, description: 'The grade, 0 to 1; null: nothing counts yet.' })
  total!: number | null;
  @Field(() => Boolean, { description: 'Whether a mark that counts was put off.' })
  incomplete!: boolean;
  @Field(() => [GradebookCell], { description: 'A cell for each column, in their order.' })
  cells!: GradebookCell[];
  @Field(() => [CategoryTotal], { description: 'What each category comes to.' })
  categories!: CategoryTotal[];
  @Field(() => [String], { description: 'How the grade was computed, in sentences.' })
  explained!: string[];
  accountId!: string;
  enrolmentId!: string;
}
@ObjectType({ description: 'A page of a gradebook.' })
@Allow('with-parent')
export class GradebookRowConnection extends ConnectionOf(GradebookRow) {}

@ObjectType({ description: 'A cohort\'s gradebook.' })
@Allow('with-parent')
export class Gradebook {
  @Field(() => Int, { description: 'Grows with each change of the settings; give it to saveGradebook. 0: nobody has set anything.' })
  revision!: number;
  @Field(() => [GradebookCategory], { description: 'The categories; their weights make 100.' })
  categories!: GradebookCategory[];
  @Field(() => [GradebookColumn], { description: 'The columns.' })
  columns!: GradebookColumn[];
  @Field(() => String, { description: 'What a mark that could be there and is not counts as: left-out or zero.' })
  unmarked!: string;
  cohortId!: string;
  courseVersionId!: string;
}

@ObjectType({ description: 'One change of a mark by staff.' })
@Allow('with-parent')
export class GradebookChange {
  @Field(() => ID, { description: 'The change\'s id.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  @Field(() => MarkOverride, { nullable: true, description: 'What stood there before; null: what the system has counted.' })
  before!: MarkOverride | null;
  @Field(() => MarkOverride, { nullable: true, description: 'What stands there since; null: what the system has counted.' })
  after!: MarkOverride | null;
  @Field(() => String, { description: 'Why; empty where a change was taken back.' })
  reason!: string;
  @Field(() => ID, { nullable: true, description: 'The change that this one took back.' })
  undoes!: string | null;
  accountId!: string;
}
@ObjectType({ description: 'A page of changes, newest first.' })
@Allow('with-parent')
export class GradebookChangeConnection extends ConnectionOf(GradebookChange) {}

@ArgsType()
export class GradebookRowsArgs extends PageArgs {
  @Field(() => GradebookSort, { defaultValue: GradebookSort.NAME, description: 'What to sort by.' })
  sort!: GradebookSort;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the last come first.' })
  descending!: boolean;
  @Field(() => String, { nullable: true, description: 'Part of a name or an e-mail address.' })
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only learners of this group; `none`: who is in none.' })
  group?: string | null;
}

@InputType({ description: 'A category as it is to be.' })
export class GradebookCategoryInput {
  @Field(() => ID, { description: 'Its id: 1 to 64 letters, digits, - and _, made by the client for a new one.' })
  id!: string;
  @Field(() => String, { description: 'Its name, 1 to 80 characters.' })
  name!: string;
  @Field(() => Float, { description: 'What it weighs; all of them make 100.' })
  weight!: number;
  @Field(() => Int, { description: 'How many of the lowest marks are left out, 0 to 50.' })
  dropLowest!: number;
}
@InputType({ description: 'Where a column counts.' })
export class GradebookColumnInput {
  @Field(() => ID, { description: 'The column.' })
  column!: string;
  @Field(() => ID, { nullable: true, description: 'The category; null: it is shown and counts nowhere.' })
  category?: string | null;
}
@InputType({ description: 'How a cohort\'s marks are to make a grade.' })
export class SaveGradebookInput {
  @Field(() => ID, { description: 'The cohort.' })
  cohort!: string;
  @Field(() => Int, { description: 'The revision that was seen.' })
  revision!: number;
  @Field(() => [GradebookCategoryInput], { description: 'All categories.' })
  categories!: GradebookCategoryInput[];
  @Field(() => [GradebookColumnInput], { description: 'Where each column counts; one that is not named joins the first category, a session none.' })
  columns!: GradebookColumnInput[];
  @Field(() => String, { description: 'What a mark that could be there and is not counts as: left-out or zero.' })
  unmarked!: string;
}
@InputType({ description: 'What is to stand in the place of a mark.' })
export class OverrideMarkInput {
  @Field(() => ID, { description: 'The cohort.' })
  cohort!: string;
  @Field(() => ID, { description: 'The enrolment, as the cell names it.' })
  enrolment!: string;
  @Field(() => ID, { description: 'The column.' })
  column!: string;
  @Field(() => String, { description: 'marked, excused or incomplete.' })
  state!: string;
  @Field(() => Float, { nullable: true, description: 'The mark, 0 to 1, where it is marked.' })
  value?: number | null;
  @Field(() => String, { description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
  @Field(() => Int, { description: 'The cell\'s revision that was seen.' })
  revision!: number;
}
