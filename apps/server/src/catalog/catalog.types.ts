import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'A course of the organisation, in all its versions.' })
@Allow('with-parent')
export class Course {
  @Field(() => ID, { description: 'The course\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The course\'s name in addresses and in its source, such as `first-aid`.' })
  slug!: string;
  @Field(() => String, { description: 'The title of the newest version.' })
  title!: string;
  @Field(() => String, { description: 'The language of the course, BCP 47.' })
  language!: string;
  @Field(() => String, { description: 'What the course is about, as plain text.' })
  description!: string;
}
@ObjectType({ description: 'A page of courses.' })
@Allow('with-parent')
export class CourseConnection extends ConnectionOf(Course) {}

@ObjectType({ description: 'A published version of a course. It never changes.' })
@Allow('with-parent')
export class CourseVersion {
  @Field(() => ID, { description: 'The version\'s id.' })
  id!: string;
  @Field(() => Int, { description: '1 for the first version published here, then 2, 3 and so on.' })
  number!: number;
  @Field(() => String, { description: 'SHA-256 of the compiled course, hexadecimal.' })
  hash!: string;
  @Field(() => String, { description: 'The author\'s own label, such as 1.0.0.' })
  label!: string;
  @Field(() => String, { description: 'The title in this version.' })
  title!: string;
  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: string;
  courseId!: string;
}
@ObjectType({ description: 'A page of versions.' })
@Allow('with-parent')
export class CourseVersionConnection extends ConnectionOf(CourseVersion) {}

@ObjectType({ description: 'What one will be able to do after a unit.' })
@Allow('with-parent')
export class Objective {
  @Field(() => ID, { description: 'The objective\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'What one will be able to do.' })
  text!: string;
  @Field(() => [ID], { description: 'The statements that it rests on.' })
  statements!: string[];
}
@ObjectType({ description: 'A lesson, as an instructor looks at it.' })
@Allow('with-parent')
export class CourseLesson {
  @Field(() => ID, { description: 'The lesson\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The lesson\'s title.' })
  title!: string;
  @Field(() => Int, { description: 'About how many minutes it takes.' })
  minutes!: number;
  @Field(() => Int, { description: 'How many words it has.' })
  words!: number;
  @Field(() => [ID], { description: 'The statements that it teaches.' })
  statements!: string[];
  @Field(() => [ID], { description: 'The items set into its text.' })
  checks!: string[];
  versionId!: string;
}
@ObjectType({ description: 'The assessment of a unit.' })
@Allow('with-parent')
export class CourseAssessment {
  @Field(() => ID, { description: 'The assessment\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The assessment\'s title.' })
  title!: string;
  @Field(() => String, { description: 'quiz, final, pre-test or self-assessment.' })
  purpose!: string;
  @Field(() => Float, { nullable: true, description: 'The part of the score, 0 to 1, that passes; null: there is nothing to pass.' })
  passMark!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many attempts a learner has; null: as many as she likes.' })
  maxAttempts!: number | null;
  @Field(() => Int, { description: 'How many items one form has.' })
  itemCount!: number;
}
@ObjectType({ description: 'A unit, as an instructor looks at it.' })
@Allow('with-parent')
export class CourseUnit {
  @Field(() => ID, { description: 'The unit\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The unit\'s title.' })
  title!: string;
  @Field(() => String, { description: 'What the unit is about, as sanitised HTML.' })
  summary!: string;
  @Field(() => [Objective], { description: 'What one will be able to do after it.' })
  objectives!: Objective[];
  @Field(() => [CourseLesson], { description: 'Its lessons in order.' })
  lessons!: CourseLesson[];
  @Field(() => CourseAssessment, { nullable: true, description: 'Its assessment, where it has one.' })
  assessment!: CourseAssessment | null;
  versionId!: string;
}

@ObjectType({ description: 'A lesson, by name.' })
@Allow('with-parent')
export class LessonRef {
  @Field(() => ID, { description: 'The lesson\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The lesson\'s title.' })
  title!: string;
}
@ObjectType({ description: 'An item, in one line.' })
@Allow('with-parent')
export class ItemRef {
  @Field(() => ID, { description: 'The item\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The kind of item, such as single-choice.' })
  kind!: string;
  @Field(() => String, { description: 'recall, application or judgement.' })
  level!: string;
  @Field(() => String, { description: 'easy, medium or hard.' })
  difficulty!: string;
  @Field(() => ID, { nullable: true, description: 'The bank that holds it; null: it is only set into a lesson.' })
  bank!: string | null;
  @Field(() => String, { description: 'The question as plain text, cut after 200 characters.' })
  stem!: string;
}
@ObjectType({ description: 'One statement of the guide, with the lessons that teach it and the items that ask it.' })
@Allow('with-parent')
export class StatementTrace {
  @Field(() => ID, { description: 'The statement\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The statement.' })
  text!: string;
  @Field(() => String, { description: 'The heading of the guide that it stands under.' })
  section!: string;
  @Field(() => [LessonRef], { description: 'The lessons that teach it.' })
  lessons!: LessonRef[];
  @Field(() => [ItemRef], { description: 'The items that ask it.' })
  items!: ItemRef[];
}

@ObjectType({ description: 'An item with its key, for those who teach.' })
@Allow('INSTRUCTOR', 'ADMINISTRATOR')
export class ItemDetail {
  @Field(() => ID, { description: 'The item\'s id in the course.' })
  id!: string;
  @Field(() => String, { description: 'The kind of item, such as single-choice.' })
  kind!: string;
  @Field(() => String, { description: 'The question as sanitised HTML.' })
  stemHtml!: string;
  @Field(() => String, { description: 'recall, application or judgement.' })
  level!: string;
  @Field(() => String, { description: 'easy, medium or hard, as its author thinks.' })
  difficulty!: string;
  @Field(() => [ID], { description: 'The statements that it asks.' })
  statements!: string[];
  @Field(() => [String], { description: 'Free labels.' })
  tags!: string[];
  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to.' })
  unit!: string | null;
  @Field(() => JsonScalar, { description: 'ItemView: the item as a learner sees it.' })
  view!: unknown;
  @Field(() => JsonScalar, { description: 'What makes a response right, by kind.' })
  key!: unknown;
  @Field(() => JsonScalar, { description: 'Feedback: what is said after an answer.' })
  feedback!: unknown;
}
