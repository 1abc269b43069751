import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'One learner\'s place in a course version, in a cohort or alone.' })
@Allow('with-parent')
export class Enrolment {
  @Field(() => ID, { description: 'The enrolment\'s id.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When the learner was enrolled.' })
  enrolledAt!: string;
  @Field(() => String, { nullable: true, description: 'The calendar day, YYYY-MM-DD, by which the course is to be done; null: no date.' })
  dueOn!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the learner has no place any more; null: she has one. What she did is kept.' })
  withdrawnAt!: string | null;
  /** For the resolvers of fields that other modules add. */
  accountId!: string;
  courseVersionId!: string;
  cohortId!: string | null;
}

@ObjectType({ description: 'A page of enrolments.' })
@Allow('with-parent')
export class EnrolmentConnection extends ConnectionOf(Enrolment) {}

@ObjectType({ description: 'What to do now in a course.' })
@Allow('with-parent')
export class NextStep {
  @Field(() => String, { description: '`acknowledge` (the disclaimer), `lesson`, `assessment`, or `wait` (for a unit that is not open yet).' })
  kind!: string;
  @Field(() => ID, { nullable: true, description: 'The lesson to open.' })
  lessonId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The assessment to take.' })
  assessmentId!: string | null;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Int, { description: 'Which it is among the course\'s lessons, assessments or (waited for) units, from 1.' })
  position!: number;
  @Field(() => Int, { description: 'How many of them the course has.' })
  of!: number;
  @Field(() => Int, { nullable: true, description: 'About how many minutes a lesson takes.' })
  minutes!: number | null;
  @Field(() => String, { nullable: true, description: 'Of a unit that is waited for: the day on which it opens, YYYY-MM-DD; null: something else is completed first.' })
  opensOn!: string | null;
}

@InputType({ description: 'Something that a player reports. `type` says which of the other fields it must have: see libs/tracking.' })
export class TrackingEventInput {
  @Field(() => ID, { description: 'UUIDv7 made by the client; sending an event twice is the same as sending it once.' })
  id!: string;
  @Field(() => String, { description: 'launched, acknowledged, lesson-opened, position, lesson-completed, item-answered, reflection-saved, focus-changed or session-ended.' })
  type!: string;
  @Field(() => String, { description: 'When it happened by the client\'s clock: ISO 8601 in UTC. A time that can\'t be refuses this event only.' })
  at!: string;
  @Field(() => ID, { description: 'UUID of one opening of the player.' })
  session!: string;
  @Field(() => ID, { nullable: true, description: 'The lesson that it is about.' })
  lesson?: string | null;
  @Field(() => ID, { nullable: true, description: 'The assessment that it is about.' })
  assessment?: string | null;
  @Field(() => Float, { nullable: true, description: 'How far the lesson was read, 0 to 1.' })
  position?: number | null;
  @Field(() => ID, { nullable: true, description: 'The item answered.' })
  item?: string | null;
  @Field(() => ID, { nullable: true, description: 'The attempt to which the answer belongs; none for a check in a lesson.' })
  attempt?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'ItemResponse of libs/assessment: `{ value, certainty? }`, by the ids that the form or the lesson shows.' })
  response?: unknown;
  @Field(() => Float, { nullable: true, description: 'Seconds from seeing the item to answering it.' })
  latencySeconds?: number | null;
  @Field(() => ID, { nullable: true, description: 'The reflection written.' })
  reflection?: string | null;
  @Field(() => String, { nullable: true, description: 'Its text, at most 10,000 characters.' })
  text?: string | null;
  @Field(() => Float, { nullable: true, description: 'Length of the session so far, in seconds.' })
  seconds?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the learner left the page of the attempt; false: she came back to it.' })
  away?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the player resumed where it was left.' })
  resumed?: boolean | null;
}

@ObjectType({ description: 'An event that was not recorded. The rest of its batch was.' })
@Allow('with-parent')
export class RejectedEvent {
  @Field(() => ID, { description: 'The event\'s id as it was sent.' })
  id!: string;
  @Field(() => String, { description: 'A stable code.' })
  code!: string;
  @Field(() => String, { description: 'A sentence.' })
  message!: string;
  @Field(() => [String], { description: 'The way to the field at fault within the event.' })
  path!: string[];
}

@ObjectType({ description: 'What an answer earned, where feedback is released at once.' })
@Allow('with-parent')
export class AnswerOutcome {
  @Field(() => ID, { description: 'The event that carried the answer.' })
  event!: string;
  @Field(() => ID, { description: 'The item answered.' })
  item!: string;
  @Field(() => JsonScalar, { description: 'Score of libs/assessment.' })
  score!: unknown;
  @Field(() => JsonScalar, { description: 'EarnedFeedback of libs/assessment.' })
  feedback!: unknown;
}

@ObjectType({ description: 'What became of a batch of events. All that is accepted is durable.' })
@Allow('with-parent')
export class RecordEventsPayload {
  @Field(() => [ID], { description: 'Events recorded now or earlier.' })
  accepted!: string[];
  @Field(() => [RejectedEvent], { description: 'Events that were refused, each with a code.' })
  rejected!: RejectedEvent[];
  @Field(() => [AnswerOutcome], { description: 'What the answers among them earned, where that is released at once.' })
  outcomes!: AnswerOutcome[];
}

@ObjectType({ description: 'One answer that was saved, and is durable.' })
@Allow('with-parent')
export class SaveResponsePayload {
  @Field(() => ID, { description: 'The event\'s id as it was sent.' })
  event!: string;
  @Field(() => DateTimeScalar, { description: 'When the server took it.' })
  savedAt!: string;
  @Field(() => AnswerOutcome, { nullable: true, description: 'What it earned, where that is said after each answer.' })
  outcome!: AnswerOutcome | null;
}
