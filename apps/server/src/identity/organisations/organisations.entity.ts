import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Settings } from './settings-input.js';

/** What an organisation has been set to; no row: nothing yet. Its name is its own row's. */
@Entity('organisation_setting')
export class OrganisationSettingRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('simple-json') settings!: Omit<Settings, 'name'>;
  @Column('integer') revision!: number;
  @Column('text', { name: 'changed_at' }) changedAt!: string;
  @Column('text', { name: 'changed_by' }) changedBy!: string;
}

@Entity('organisation_logo')
export class OrganisationLogoRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('text') base64!: string;
  /** SHA-256 of the bytes, hex. */
  @Column('text') hash!: string;
}
