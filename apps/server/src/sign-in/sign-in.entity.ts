import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../identity/actor.js';
import { passkeyEntities } from './passkeys/passkeys.entity.js';
import { providerEntities } from './providers/providers.entity.js';

@Entity('invitation')
export class InvitationRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Lower case. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('simple-json') roles!: Role[];
  /** SHA-256 of what stands in the link, hex: the link itself is only in the mail. */
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  /** When its mail was queued last. */
  @Column('text', { name: 'sent_at' }) sentAt!: string;
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
  @Column('text', { name: 'accepted_at', nullable: true }) acceptedAt!: string | null;
  @Column('text', { name: 'revoked_at', nullable: true }) revokedAt!: string | null;
}

@Entity('sign_in_link')
export class SignInLinkRow {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
  @Column('text', { name: 'used_at', nullable: true }) usedAt!: string | null;
}

export const signInEntities = [InvitationRow, SignInLinkRow, ...providerEntities, ...passkeyEntities];
