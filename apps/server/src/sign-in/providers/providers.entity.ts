import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing.js';

/** Where people of an organisation sign in with the account that they have there anyway. */
@Entity('identity_provider')
export class IdentityProviderRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** What stands on the button. */
  @Column('text') name!: string;
  @Column('text') issuer!: string;
  @Column('text', { name: 'client_id' }) clientId!: string;
  /** Sealed; null: the provider knows us as a public client. */
  @Column('text', { name: 'client_secret', nullable: true }) clientSecret!: string | null;
  /** Lower case; of which addresses it may speak. Empty: of all. */
  @Column('simple-json') domains!: string[];
  /** Whether somebody new gets an account, as a learner. */
  @Column('boolean', { name: 'admits_new' }) admitsNew!: boolean;
  /** Whether addresses of the domains are believed that the provider does not call verified. */
  @Column('boolean', { name: 'trusts_addresses' }) trustsAddresses!: boolean;
  @Column('boolean') paused!: boolean;
  @Column('integer') revision!: number;
  @Column('text', { name: 'changed_at' }) changedAt!: string;
  @Column('text', { name: 'changed_by' }) changedBy!: string;
}
export const sealedClientSecret: SealedColumn = { table: 'identity_provider', column: 'client_secret' };

/** Who somebody of a provider is here. */
@Entity('provider_link')
export class ProviderLinkRow {
  @PrimaryColumn('text', { name: 'provider_id' }) providerId!: string;
  /** The provider's name for the person (`sub`), which never changes. */
  @PrimaryColumn('text') subject!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'linked_at' }) linkedAt!: string;
  @Column('text', { name: 'used_at' }) usedAt!: string;
}

/** Somebody is at the provider, and is to come back once. */
@Entity('provider_visit')
export class ProviderVisitRow {
  /** SHA-256 of the state that comes back with her, hex. */
  @PrimaryColumn('text', { name: 'state_hash' }) stateHash!: string;
  @Column('text', { name: 'provider_id' }) providerId!: string;
  /** SHA-256 of what the browser's cookie holds: whoever comes back is who went. */
  @Column('text', { name: 'browser_hash' }) browserHash!: string;
  @Column('text') nonce!: string;
  @Column('text', { name: 'code_verifier' }) codeVerifier!: string;
  @Column('text', { name: 'redirect_uri' }) redirectUri!: string;
  /** A path of ours. */
  @Column('text') next!: string;
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
}

export const providerEntities = [IdentityProviderRow, ProviderLinkRow, ProviderVisitRow];
