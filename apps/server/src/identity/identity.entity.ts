import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role, Scope } from './actor.js';
import { CohortRoleRow } from './cohort-roles/cohort-roles.entity.js';
import { SecondFactorRow } from './second-factor/second-factor.entity.js';
import { OrganisationLogoRow, OrganisationSettingRow } from './organisations/organisations.entity.js';

@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

@Entity('account')
export class AccountRow {
  @PrimaryColumn('text') id!: string;
  /** Lower case. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  /** argon2id in PHC format; null: can't sign in by password. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  /** What the sign-in page says of a person of the demo; null: not one. */
  @Column('text', { name: 'demo_about', nullable: true }) demoAbout!: string | null;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

@Entity('membership')
export class MembershipRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @Column('simple-json') roles!: Role[];
}

@Entity('sign_in_session')
export class SessionRow {
  /** SHA-256 of the token, hex: the token itself is only in the browser. */
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
  /** What a person would call the browser, such as "Chrome on Windows". */
  @Column('text') device!: string;
  /** How it began: password, link, passkey, provider, invitation, demo. */
  @Column('text') method!: string;
  /** When it was used last, to the hour; null: since it began. */
  @Column('text', { name: 'seen_at', nullable: true }) seenAt!: string | null;
}

@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'key_hash' }) keyHash!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') name!: string;
  @Column('simple-json') scopes!: Scope[];
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'revoked_at', nullable: true }) revokedAt!: string | null;
}

export const identityEntities = [OrganisationRow, AccountRow, MembershipRow, SessionRow, ApiKeyRow, OrganisationSettingRow, OrganisationLogoRow, SecondFactorRow, CohortRoleRow];
