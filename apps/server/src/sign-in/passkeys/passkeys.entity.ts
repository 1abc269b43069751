import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('passkey')
export class PasskeyRow {
  @PrimaryColumn('text') id!: string;
  /** The authenticator's name for it, base64url. */
  @Column('text', { name: 'credential_id' }) credentialId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') name!: string;
  /** COSE key, base64url. */
  @Column('text', { name: 'public_key' }) publicKey!: string;
  /** How often it was used, as the authenticator counts; one that is copied between devices stays at 0. */
  @Column('integer') counter!: number;
  @Column('simple-json') transports!: string[];
  @Column('boolean', { name: 'backed_up' }) backedUp!: boolean;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'used_at', nullable: true }) usedAt!: string | null;
}

/** What an authenticator is asked to sign, once. */
@Entity('passkey_challenge')
export class PasskeyChallengeRow {
  /** SHA-256, hex. */
  @PrimaryColumn('text', { name: 'challenge_hash' }) challengeHash!: string;
  /** Whose passkey is being added; null: somebody is signing in. */
  @Column('text', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
}

export const passkeyEntities = [PasskeyRow, PasskeyChallengeRow];
