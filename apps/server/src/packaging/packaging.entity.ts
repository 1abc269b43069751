import { Column, Entity, PrimaryColumn } from 'typeorm';

export const packageStates = ['WAITING', 'MAKING', 'READY', 'FAILED'] as const;
export type PackageState = (typeof packageStates)[number];

/** What packages of a course are made to do unless something else is asked for. */
@Entity('package_settings')
export class PackageSettingsRow {
  @PrimaryColumn('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Part of PackageOptions, JSON. */
  @Column('text') options!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
}

/** A package that somebody asked for. Once it is ready, nothing of it changes. */
@Entity('course_package')
export class PackageRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') standard!: string;
  /** All PackageOptions, JSON with sorted keys. */
  @Column('text') options!: string;
  /** The LMS that it is for, as the page calls it. */
  @Column('text', { nullable: true }) lms!: string | null;
  /** SHA-256 of all that was asked for, until it is done: the same wish is one package. */
  @Column('text', { nullable: true }) wish!: string | null;
  /** The zip's name for whoever downloads it. */
  @Column('text') name!: string;
  @Column('text') state!: PackageState;
  @Column('double precision', { name: 'done_bytes' }) doneBytes!: number;
  @Column('double precision', { name: 'total_bytes' }) totalBytes!: number;
  /** When the server that makes it last said so; another takes it up when that is long ago. */
  @Column('text', { name: 'beat_at', nullable: true }) beatAt!: string | null;
  @Column('text', { nullable: true }) sha256!: string | null;
  /** Its name in the package store. */
  @Column('text', { nullable: true }) file!: string | null;
  @Column('double precision', { nullable: true }) bytes!: number | null;
  /** Code of an error of the API. */
  @Column('text', { name: 'fault_code', nullable: true }) faultCode!: string | null;
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('text', { name: 'asked_at' }) askedAt!: string;
  @Column('text', { name: 'made_at', nullable: true }) madeAt!: string | null;
}

/** One time that somebody fetched a package. */
@Entity('package_download')
export class PackageDownloadRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'package_id' }) packageId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

export const checkStates = ['WAITING', 'CHECKING', 'DONE', 'FAILED'] as const;
export type CheckState = (typeof checkStates)[number];

/** A package of anybody's that somebody had looked at. Kept for an hour. */
@Entity('package_check')
export class PackageCheckRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') name!: string;
  @Column('double precision') bytes!: number;
  @Column('text') state!: CheckState;
  /** When the server that has the file last said so. */
  @Column('text', { name: 'beat_at' }) beatAt!: string;
  /** Verification, JSON. */
  @Column('text', { nullable: true }) report!: string | null;
  @Column('text', { name: 'fault_code', nullable: true }) faultCode!: string | null;
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('text', { name: 'asked_at' }) askedAt!: string;
}

export const packagingEntities = [PackageSettingsRow, PackageRow, PackageDownloadRow, PackageCheckRow];
