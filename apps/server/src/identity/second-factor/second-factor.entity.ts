import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A second step at signing in: a code of an authenticator app (RFC 6238). */
@Entity('second_factor')
export class SecondFactorRow {
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  /** The shared secret in base32, sealed. */
  @Column('text') secret!: string;
  /** null: begun and not in force yet. */
  @Column('text', { name: 'confirmed_at', nullable: true }) confirmedAt!: string | null;
  /** The time step of the code that was taken last: no code is taken twice. */
  @Column('integer', { name: 'last_step' }) lastStep!: number;
  /** SHA-256 of each recovery code that is left, hex. */
  @Column('simple-json', { name: 'recovery_hashes' }) recoveryHashes!: string[];
}

export const secretColumn = { table: 'second_factor', column: 'secret' };
