import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which an organisation does not work: a holiday, or one of its own. */
@Entity('day_off')
export class DayOffRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  /** YYYY-MM-DD, wherever a session is. */
  @PrimaryColumn('text', { name: 'on_day' }) day!: string;
  @Column('text') name!: string;
}

export const daysOffEntities = [DayOffRow];
