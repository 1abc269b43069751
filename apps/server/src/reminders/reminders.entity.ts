import { Column, Entity, PrimaryColumn } from 'typeorm';

export const reminderKinds = ['STARTS', 'BEHIND', 'SESSION', 'DEADLINE'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Whether a cohort's learners are reminded of something, and how many days before it (BEHIND: how many days apart). */
@Entity('reminder_rule')
export class ReminderRuleRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text') kind!: ReminderKind;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('boolean') enabled!: boolean;
  @Column('integer') days!: number;
}

export const remindersEntities = [ReminderRuleRow];
