import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { IdentityService } from '../identity/identity.service.js';
import { NewcomersService } from '../identity/newcomers.service.js';
import { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { nowText } from '../platform/ids.js';
import { CONFIG } from '../platform/platform.module.js';
import type { MailCategory } from './kinds/kind.js';
import { MailSecretRow, UnsubscribeRow } from './mail.entity.js';
import { readUnsubscribeToken, type Unsubscribing, unsubscribeToken } from './unsubscribe.js';

/** Who wants no mails of which category. What is transactional is sent all the same. */
@Injectable()
export class UnsubscribesService {
  #secret: Promise<string> | null = null;

  constructor(private readonly database: Database, private readonly identity: IdentityService, private readonly newcomers: NewcomersService, private readonly audit: AuditService, @Inject(CONFIG) private readonly config: Config) {}

  /** The address of the page on which this is unsubscribed from; a POST to it does it at once (RFC 8058). */
  async link(what: Unsubscribing): Promise<string> { return `${this.config.publicUrl}/unsubscribe?of=${unsubscribeToken(what, await this.#key())}`; }

  /** What a token is about, with the organisation's name and whether it holds already; null: it is not one of ours. */
  async read(token: string): Promise<(Unsubscribing & { organisation: string; unsubscribed: boolean }) | null> {
    const what = token.length > 2000 ? null : readUnsubscribeToken(token, await this.#key());
    if (what === null) return null;
    const organisation = await this.identity.organisation(Actor.system(what.organisationId));
    return organisation === null ? null : { ...what, organisation: organisation.name, unsubscribed: await this.holds(what) };
  }

  holds({ organisationId, address, category }: Unsubscribing): Promise<boolean> { return this.database.read.existsBy(UnsubscribeRow, { organisationId, address, category }); }

  /** Does it, or takes it back; doing it twice is as once. `actor`: who did, where she was signed in. */
  async set({ organisationId, address, category }: Unsubscribing, unsubscribed: boolean, actor: Actor = Actor.system(organisationId)): Promise<void> {
    await this.database.write(async (manager) => {
      if (await manager.existsBy(UnsubscribeRow, { organisationId, address, category }) === unsubscribed) return;
      await this.audit.record(manager, actor, { action: unsubscribed ? 'mail.unsubscribed' : 'mail.subscribed-again', subject: { type: 'address', id: address, label: address }, after: { category, by: actor.kind === 'system' ? 'the link in a mail' : 'her account' } });
      if (unsubscribed) await manager.createQueryBuilder().insert().into(UnsubscribeRow).values({ organisationId, address, category, at: nowText() }).orIgnore().execute();
      else await manager.delete(UnsubscribeRow, { organisationId, address, category });
    });
  }

  /** Who unsubscribed from what, by address; `first + 1` rows. A cursor holds the address and the category. */
  async list(actor: Actor, { first, after }: Page): Promise<{ rows: UnsubscribeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(UnsubscribeRow, 'u').where('u.organisationId = :organisation', { organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(u.address > :address OR (u.address = :address AND u.category > :category))', { address: after[0], category: after[1] });
    return { total, rows: await query.orderBy('u.address').addOrderBy('u.category').take(first + 1).getMany() };
  }

  /** Whose addresses of the organisation these are. */
  async people(actor: Actor, addresses: readonly string[]): Promise<Map<string, { accountId: string; name: string }>> {
    const { known } = await this.newcomers.byEmail(this.database.read, actor.organisationId, [...new Set(addresses)]);
    return new Map(known.map(({ email, accountId, name }) => [email, { accountId, name }]));
  }

  /** What an address unsubscribed from, for staff and for whoever has it; batched within a request. */
  async of(actor: Actor, address: string): Promise<{ category: MailCategory; at: string }[]> {
    return await actor.loader<{ category: MailCategory; at: string }[]>('mail.unsubscribes', async (addresses) => {
      const rows = await this.database.read.findBy(UnsubscribeRow, { organisationId: actor.organisationId, address: In([...addresses]) });
      const found = new Map<string, { category: MailCategory; at: string }[]>();
      for (const row of rows) found.set(row.address, [...found.get(row.address) ?? [], { category: row.category as MailCategory, at: row.at }]);
      return found;
    }).load(address.toLowerCase()) ?? [];
  }

  /** Made once for a database, whichever server is first. */
  #key(): Promise<string> {
    this.#secret ??= this.database.write(async (manager) => {
      await manager.createQueryBuilder().insert().into(MailSecretRow).values({ id: 1, secret: randomBytes(32).toString('base64url') }).orIgnore().execute();
      return (await manager.findOneByOrFail(MailSecretRow, { id: 1 })).secret;
    }).catch((fault: unknown) => {
      this.#secret = null;
      throw fault;
    });
    return this.#secret;
  }
}
