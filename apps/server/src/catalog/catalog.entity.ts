import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('course')
export class CourseRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** The name of the source folder: what an edit of the same course is recognised by. */
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text') language!: string;
  /** Plain text. */
  @Column('text') description!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

/** What is known of a version without reading its compiled course. Never changed once it is there. */
@Entity('course_version')
export class CourseVersionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('integer') number!: number;
  /** SHA-256 of the compiled course, hex. */
  @Column('text') hash!: string;
  /** The author's own label. */
  @Column('text') label!: string;
  @Column('text') title!: string;
  /** The compiled course as canonical JSON; read only by its own query. */
  @Column('text', { select: false }) compiled!: string;
  @Column('text', { name: 'published_at' }) publishedAt!: string;
}

export const catalogEntities = [CourseRow, CourseVersionRow];
