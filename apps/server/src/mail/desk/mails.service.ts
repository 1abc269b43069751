import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { newId, nowText } from '../../platform/ids.js';
import { CONFIG } from '../../platform/platform.module.js';
import { mailErrors } from '../errors.js';
import { mailKinds } from '../kinds/registry.js';
import { MailRow, type MailState } from '../mail.entity.js';
import { hidden, withoutSecrets } from '../sending/outbox.js';

export interface WhichMails { state?: MailState | null; kind?: string | null; cohort?: string | null; account?: string | null; /** any of these; none: no mail */ accounts?: readonly string[] | null; address?: string | null }

/** The organisation's mails, for its coordinators. */
@Injectable()
export class MailsService {
  constructor(private readonly database: Database, @Inject(CONFIG) private readonly config: Config) {}

  /** Newest first; one row more than asked for where more follow. */
  async list(actor: Actor, { state, kind, cohort, account, accounts, address }: WhichMails, { first, after }: Page): Promise<{ rows: MailRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(MailRow, 'm').where('m.organisationId = :organisation', { organisation: actor.organisationId });
    if ((state ?? null) !== null) query.andWhere('m.state = :state', { state });
    if ((kind ?? null) !== null) query.andWhere('m.kind = :kind', { kind });
    if ((cohort ?? null) !== null) query.andWhere('m.cohortId = :cohort', { cohort });
    if ((account ?? null) !== null) query.andWhere('m.accountId = :account', { account });
    if (accounts?.length === 0) return { rows: [], total: 0 };
    if ((accounts ?? null) !== null) query.andWhere('m.accountId IN (:...accounts)', { accounts });
    const begins = (address ?? '').trim().toLowerCase();
    if (begins !== '') query.andWhere('substr(m.toAddress, 1, :length) = :begins', { length: [...begins].length, begins });
    const total = await query.getCount();
    if (after !== null) query.andWhere('m.id < :after', { after: after[0] });
    const rows = await query.orderBy('m.id', 'DESC').take(first + 1).getMany();
    return { rows: rows.map((row) => this.#shown(actor, row)), total };
  }

  async find(actor: Actor, id: string): Promise<MailRow | null> {
    const row = await this.database.read.findOneBy(MailRow, { id, organisationId: actor.organisationId });
    return row === null ? null : this.#shown(actor, row);
  }

  /** Sends a mail that has come to an end: one that may never have arrived as itself, one that was sent as another. */
  async again(actor: Actor, id: string): Promise<MailRow> {
    const now = new Date();
    const sentId = await this.database.write(async (manager) => {
      const row = await manager.findOneBy(MailRow, { id, organisationId: actor.organisationId });
      if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
      if (!ended.has(row.state)) throw mailErrors.NOT_ENDED();
      if (Object.values(row.data).includes(hidden)) throw mailErrors.SECRET_FORGOTTEN();
      const fresh = { state: 'QUEUED', nextAt: now.toISOString(), expiresAt: new Date(now.getTime() + mailKinds[row.kind].usefulSeconds * 1000).toISOString(), tries: 0, handedAt: null, lease: null, reason: null } as const;
      if (row.state !== 'SENT') {
        await manager.update(MailRow, { id, state: row.state }, fresh);
        return id;
      }
      const copy = { ...row, ...fresh, id: newId(), key: `again/${newId()}`, queuedAt: nowText(), sentAt: null };
      await manager.insert(MailRow, copy);
      return copy.id;
    });
    const sent = await this.find(actor, sentId);
    if (sent === null) throw platformErrors.NOT_FOUND();
    return sent;
  }

  #shown(actor: Actor, row: MailRow): MailRow {
    const handsOver = this.config.smtp === null && mailKinds[row.kind].handedOver === true && actor.has('ADMINISTRATOR');
    return handsOver ? row : { ...row, ...withoutSecrets(row) };
  }
}

const ended: ReadonlySet<MailState> = new Set(['SENT', 'UNSURE', 'BOUNCED', 'FAILED']);
