import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { type ReminderKind, reminderKinds } from './reminders.entity.js';

export const ReminderKinds = Object.fromEntries(reminderKinds.map((kind) => [kind, kind])) as { [K in ReminderKind]: K };
registerEnumType(ReminderKinds, {
  name: 'ReminderKind', description: 'Of what learners are reminded by mail.',
  valuesMap: {
    STARTS: { description: 'The cohort starts in so many days.' }, BEHIND: { description: 'Behind the plan, or silent for a week; at most once in so many days.' },
    SESSION: { description: 'A session begins within so many days.' }, DEADLINE: { description: 'The due day is so many days away or fewer, and not all is done.' },
  },
});

@ObjectType({ description: 'Whether the learners of a cohort are reminded of something.' })
@Allow('with-parent')
export class Reminder {
  @Field(() => ReminderKinds, { description: 'Of what.' })
  kind!: ReminderKind;
  @Field(() => Boolean, { description: 'Whether they are.' })
  enabled!: boolean;
  @Field(() => Int, { description: 'How many days before; of being behind: how many days apart.' })
  days!: number;
}
