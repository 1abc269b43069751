import { Field, Float, InputType, Int, ObjectType, PartialType } from '@nestjs/graphql';
import type { PackageOptions } from '@preceptor/course/delivery';
import { Allow } from '../identity/allow.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';

@ObjectType('PackageOptions', { description: 'What a package is made to do.' })
@Allow('with-parent')
export class PackageOptionsView implements PackageOptions {
  @Field(() => String, { description: 'single: one part for the whole course; units: one for each unit; lessons: one for each lesson and assessment.' })
  structure!: PackageOptions['structure'];
  @Field(() => String, { description: 'Where there are several parts: free, in-order or forward-only.' })
  order!: PackageOptions['order'];
  @Field(() => Float, { nullable: true, description: 'From 0 to 1, in place of the pass marks of the assessments that decide success; null: theirs.' })
  passMark!: number | null;
  @Field(() => String, { description: 'What completes it: course (its own rule), lessons or assessments.' })
  completes!: PackageOptions['completes'];
  @Field(() => String, { description: 'What a standard with one status reports: passed-failed, passed-incomplete or completed.' })
  status!: PackageOptions['status'];
  @Field(() => String, { description: 'Whether answers are sent: all (with the questions\' texts), answers or none.' })
  interactions!: PackageOptions['interactions'];
  @Field(() => String, { description: 'Where the course opens: frame or window.' })
  window!: PackageOptions['window'];
  @Field(() => String, { description: 'all: every language of the course with a switch; or the BCP 47 tag of one.' })
  language!: string;
  @Field(() => String, { description: 'How a session ends for the LMS: suspend-until-done, suspend or normal.' })
  exit!: PackageOptions['exit'];
  @Field(() => Boolean, { description: 'Whether the player has a button that saves and closes the course.' })
  exitButton!: boolean;
  @Field(() => Int, { nullable: true, description: 'Attempts at each assessment that decides success; null: its own.' })
  attempts!: number | null;
  @Field(() => Boolean, { description: 'Whether the LMS is asked to hide its own "next" and "previous".' })
  hideLmsNavigation!: boolean;
  @Field(() => Int, { nullable: true, description: 'Minutes for the whole course; null: no limit.' })
  timeLimitMinutes!: number | null;
  @Field(() => String, { nullable: true, description: 'The last day on which the package may be used, YYYY-MM-DD; null: no end.' })
  validUntil!: string | null;
}

@InputType({ description: 'Options of a package. What is left out is as it is saved with the course; null says "none" where an option may be none.' })
export class PackageOptionsInput extends PartialType(PackageOptionsView, InputType) {}

@ObjectType({ description: 'A standard that a version can be packaged for.' })
@Allow('with-parent')
export class PackageStandard {
  @Field(() => String, { description: 'The standard, such as scorm-1.2.' })
  standard!: string;
  @Field(() => String, { description: 'Its name for people.' })
  label!: string;
  @Field(() => String, { description: 'Where its zip is made and downloaded in one go, with the options that are saved with the course.' })
  url!: string;
}

@ObjectType({ description: 'What can be chosen for a package of a version.' })
@Allow('with-parent')
export class PackageChoices {
  @Field(() => [PackageStandard], { description: 'The standards that this version can be packaged for.' })
  standards!: PackageStandard[];
  @Field(() => PackageOptionsView, { description: 'The options unless something else is asked for: those saved here, else those of the course source, else the defaults.' })
  options!: PackageOptionsView;
  @Field(() => PackageOptionsView, { description: 'The options of the course source, else the defaults.' })
  ofSource!: PackageOptionsView;
  @Field(() => [String], { description: 'The languages of the version, BCP 47, its main one first.' })
  languages!: string[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When options were last saved here; null: they are as in the course source.' })
  savedAt!: string | null;
  savedBy!: string | null;
}

@ObjectType({ description: 'What a standard can\'t do of what an option asks for.' })
@Allow('with-parent')
export class PackageWarning {
  @Field(() => String, { description: 'Which kind of warning.' })
  code!: string;
  @Field(() => String, { description: 'What is not as asked for, and what happens instead.' })
  message!: string;
}

@ObjectType({ description: 'What a package would do, before it is made.' })
@Allow('with-parent')
export class PackagePreview {
  @Field(() => PackageOptionsView, { description: 'All options as they would be.' })
  options!: PackageOptionsView;
  @Field(() => [String], { description: 'What the LMS will show, and when: sentences.' })
  status!: string[];
  @Field(() => [String], { description: 'What the LMS must be told: sentences.' })
  tell!: string[];
  @Field(() => [PackageWarning], { description: 'What the standard can\'t do.' })
  warnings!: PackageWarning[];
  @Field(() => Float, { description: 'About how large the zip will be, in bytes.' })
  bytes!: number;
}
