import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import { Actor, type CohortRoles, type Role, type Scope, scopes as allScopes } from './actor.js';
import { CohortRoleRow } from './cohort-roles/cohort-roles.entity.js';
import { ApiKeyRow, MembershipRow, SessionRow } from './identity.entity.js';

const lifetimeMs = 14 * 24 * 3600 * 1000;
/** How long a resolved token is believed without asking the database: so long a session lives on that was ended while this server heard no other. */
const cacheMs = 15_000;
const hourMs = 3600 * 1000;
const mostCached = 5_000;
const changed = 'identity';
/** How a session began, as its owner reads it: on which device, by password, link, passkey, provider, invitation or demo. */
export interface Beginning { device: string; method: 'password' | 'link' | 'passkey' | 'provider' | 'invitation' | 'demo' }
interface Known { accountId: string; organisationId: string; roles: readonly Role[]; scopes: readonly Scope[] | null; vouched: boolean; inCohorts: CohortRoles; until: number }

/** Sign-in sessions and API keys: from a secret to an actor. Only hashes of secrets are stored. */
@Injectable()
export class SessionsService {
  readonly #cache = new Map<string, Known>();

  constructor(private readonly database: Database, private readonly notices: Notices) {
    notices.listen(changed, () => this.#cache.clear(), () => this.#cache.clear());
  }

  /** Begins a session; gives the token for the cookie and its lifetime in seconds. */
  async begin(accountId: string, organisationId: string, { device = '', method = 'password' }: Partial<Beginning> = {}): Promise<{ token: string; seconds: number }> {
    const { secret: token, hash: tokenHash } = newSecret();
    const now = Date.now();
    await this.database.write(async (manager) => {
      await manager.delete(SessionRow, { expiresAt: LessThan(new Date(now).toISOString()) });
      await manager.insert(SessionRow, { tokenHash, accountId, organisationId, createdAt: new Date(now).toISOString(), expiresAt: new Date(now + lifetimeMs).toISOString(), device, method, seenAt: null });
    });
    return { token, seconds: lifetimeMs / 1000 };
  }

  /** How the session of a token began. */
  async methodOf(token: string | null): Promise<Beginning['method']> {
    const row = token === null ? null : await this.database.read.findOneBy(SessionRow, { tokenHash: hashOf(token) });
    return (row?.method ?? 'password') as Beginning['method'];
  }

  async end(token: string): Promise<void> {
    await this.database.write((manager) => manager.delete(SessionRow, { tokenHash: hashOf(token) }));
    await this.forget();
  }

  /** The actor of a session token or an API key; nobody where it is unknown or has ended. */
  async actorOf(secret: { token: string } | { key: string } | null): Promise<Actor> {
    if (secret === null) return Actor.nobody();
    const hash = hashOf('token' in secret ? secret.token : secret.key);
    const known = this.#cached(hash) ?? await ('token' in secret ? this.#session(hash) : this.#key(hash));
    if (known === null) return Actor.nobody();
    return known.scopes === null
      ? Actor.account(known.accountId, known.organisationId, known.roles, { vouched: known.vouched, inCohorts: known.inCohorts })
      : Actor.key(known.accountId, known.organisationId, known.roles, known.scopes, known.inCohorts);
  }

  /** Has every server forget what is cached, after roles, keys or sessions have changed. */
  forget(): Promise<void> { return this.notices.publish(changed, ''); }

  /** Calls `hear` after roles, keys or sessions have changed on any server, until the function that it returns is called: for connections that stay open. */
  whenChanged(hear: () => void): () => void { return this.notices.listen(changed, hear, hear); }

  #cached(hash: string): Known | null {
    const known = this.#cache.get(hash);
    if (known === undefined) return null;
    if (known.until > Date.now()) return known;
    this.#cache.delete(hash);
    return null;
  }

  async #session(hash: string): Promise<Known | null> {
    const row = await this.database.read.findOneBy(SessionRow, { tokenHash: hash });
    const now = new Date().toISOString();
    if (row === null || row.expiresAt <= now) return null;
    // To the hour: a session that is used all day costs a few writes.
    if ((row.seenAt ?? row.createdAt) < new Date(Date.now() - hourMs).toISOString()) await this.database.write((manager) => manager.update(SessionRow, { tokenHash: hash }, { seenAt: now }));
    return this.#remember(hash, row, null);
  }

  async #key(hash: string): Promise<Known | null> {
    const row = await this.database.read.findOneBy(ApiKeyRow, { keyHash: hash });
    if (row === null || row.revokedAt !== null) return null;
    return this.#remember(hash, row, row.scopes.filter((scope) => allScopes.includes(scope)));
  }

  async #remember(hash: string, { accountId, organisationId, method }: { accountId: string; organisationId: string; method?: string }, granted: readonly Scope[] | null): Promise<Known | null> {
    const member = await this.database.read.findOneBy(MembershipRow, { accountId, organisationId });
    if (member === null) return null;
    const inCohorts = new Map<string, CohortRoleRow['role'][]>();
    for (const { cohortId, role } of await this.database.read.findBy(CohortRoleRow, { accountId, organisationId })) inCohorts.set(cohortId, [...inCohorts.get(cohortId) ?? [], role]);
    const known = { accountId, organisationId, roles: member.roles, scopes: granted, vouched: method === 'provider', inCohorts, until: Date.now() + cacheMs };
    const oldest = this.#cache.keys().next().value;
    if (this.#cache.size >= mostCached && oldest !== undefined) this.#cache.delete(oldest);
    this.#cache.set(hash, known);
    return known;
  }
}

/** A secret that nobody can guess, and the hash of it that is stored. */
export function newSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}
/** What is stored of a secret. */
export const hashOf = (secret: string): string => hash('sha256', secret);
