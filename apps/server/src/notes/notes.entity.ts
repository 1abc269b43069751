import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What staff write about a learner for each other. She never gets it by any query. */
@Entity('learner_note')
export class NoteRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** About whom. */
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'author_id' }) authorId!: string;
  @Column('text') body!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'written_at' }) writtenAt!: string;
  /** null: never changed. */
  @Column('text', { name: 'changed_at', nullable: true }) changedAt!: string | null;
}

export const notesEntities = [NoteRow];
