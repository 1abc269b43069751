import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work that comes round, and which process has it in hand. */
@Entity('scheduled_work')
export class ScheduledWorkRow {
  @PrimaryColumn('text') name!: string;
  @Column('text', { name: 'next_at' }) nextAt!: string;
  /** Until when a process has said that it does it; null: nobody does. */
  @Column('text', { name: 'held_until', nullable: true }) heldUntil!: string | null;
}

export const scheduleEntities = [ScheduledWorkRow];
