import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificateFacts } from './certificate-facts.js';
import type { HoursRule } from './education/hours.js';
import type { Design } from './template/design.js';

export type CertificateState = 'VALID' | 'REVOKED' | 'REPLACED';

/** Never deleted before its time of keeping is over (`keeping`), and never changed but in its state: what it says was frozen when it was issued. */
@Entity('certificate')
export class CertificateRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  /** Which of the organisation's, from 0: its place in the list of revoked badges. */
  @Column('integer') number!: number;
  /** 128 random bits: the address at which anybody may check it. */
  @Column('text', { name: 'public_id' }) publicId!: string;
  @Column('text') state!: CertificateState;
  /** The enrolment's id while it is valid, else null: an index makes it unique, so that two can't be valid at once. */
  @Column('text', { name: 'valid_for', nullable: true }) validFor!: string | null;
  @Column('text', { name: 'issued_at' }) issuedAt!: string;
  /** null: the server, since the rule was met. */
  @Column('text', { name: 'issued_by', nullable: true }) issuedBy!: string | null;
  /** Calendar days in the cohort's zone. */
  @Column('text', { name: 'awarded_on' }) awardedOn!: string;
  @Column('text', { name: 'expires_on', nullable: true }) expiresOn!: string | null;
  @Column('simple-json') facts!: CertificateFacts;
  @Column('text', { name: 'design_id' }) designId!: string;
  /** The accrediting body under whose name it counts, for reports. */
  @Column('text', { name: 'body_id', nullable: true }) bodyId!: string | null;
  @Column('text', { name: 'ended_at', nullable: true }) endedAt!: string | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'replaced_by', nullable: true }) replacedBy!: string | null;
}

/** How certificates look, each way that one was ever issued in: named by the hash of what it says. */
@Entity('certificate_design')
export class DesignRow {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('simple-json') design!: Design;
}

/** One row an organisation: the design of its next certificates, and how many it has issued. */
@Entity('certificate_template')
export class TemplateRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('simple-json') design!: Design;
  @Column('integer') issued!: number;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
}

/** A picture of a template. */
@Entity('certificate_image')
export class ImageRow {
  /** SHA-256 of its bytes, hex. */
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'media_type' }) mediaType!: 'image/png' | 'image/jpeg';
  @Column('integer') width!: number;
  @Column('integer') height!: number;
  /** Base64. */
  @Column('text', { select: false }) data!: string;
}

export type IssueMode = 'OFF' | 'AT_ONCE' | 'APPROVAL';

/** How a cohort's certificates come about. */
@Entity('certificate_settings')
export class SettingsRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') mode!: IssueMode;
  @Column('simple-json') hours!: HoursRule;
  @Column('integer', { name: 'valid_months', nullable: true }) validMonths!: number | null;
  @Column('boolean', { name: 'licence_required' }) licenceRequired!: boolean;
  /** What the learner declares before her certificate opens; null: nothing. */
  @Column('text', { nullable: true }) attestation!: string | null;
  @Column('text', { name: 'body_id', nullable: true }) bodyId!: string | null;
  @Column('text', { name: 'pre_test', nullable: true }) preTest!: string | null;
  @Column('text', { name: 'post_test', nullable: true }) postTest!: string | null;
  /** 0..1. */
  @Column('double precision', { name: 'post_test_mark', nullable: true }) postTestMark!: number | null;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
}

/** A board that recognises hours. */
@Entity('accrediting_body')
export class BodyRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'provider_number' }) providerNumber!: string;
  @Column('text') statement!: string;
}

/** What a learner declared, in the words that she saw. */
@Entity('certificate_attestation')
export class AttestationRow {
  @PrimaryColumn('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') statement!: string;
  @Column('text', { name: 'attested_at' }) attestedAt!: string;
}

/** The pair of keys with which an organisation's badges are signed. */
@Entity('credential_key')
export class KeyRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'public_key' }) publicKey!: string;
  @Column('text', { name: 'private_key' }) privateKey!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

export const credentialsEntities = [CertificateRow, DesignRow, TemplateRow, ImageRow, SettingsRow, BodyRow, AttestationRow, KeyRow];
