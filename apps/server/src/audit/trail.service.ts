import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { AuditEntryRow } from './audit.entity.js';

/** An entry as it is stored. */
export type Entry = AuditEntryRow;
/** What is looked for in the trail; what is null is not asked. */
export interface Search {
  /** Accounts that acted; empty: nobody fits. */
  accounts: readonly string[] | null;
  /** `roles.changed`, or `roles` for all that happened to them. */
  action: string | null;
  /** Part of a subject's name, or its id. */
  subject: string | null;
  /** Moments, ISO UTC; the first is included, the last is not. */
  from: string | null;
  until: string | null;
}
const atOnce = 500;

/** Reading an organisation's trail. */
@Injectable()
export class TrailService {
  constructor(private readonly database: Database) {}

  /** A page, newest first; one row more where more follow. */
  async page(actor: Actor, search: Search, { first, after }: Page): Promise<{ rows: AuditEntryRow[]; total: number }> {
    const query = this.#found(actor, search);
    const total = await query.getCount();
    if (after !== null) query.andWhere('e.sequence < :after', { after: after[0] });
    return { rows: await query.orderBy('e.sequence', 'DESC').take(first + 1).getMany(), total };
  }

  /** All that fits, oldest first, a few hundred at a time. */
  async *all(actor: Actor, search: Search): AsyncGenerator<AuditEntryRow[]> {
    for (let last = 0; ;) {
      const rows = await this.#found(actor, search).andWhere('e.sequence > :last', { last }).orderBy('e.sequence', 'ASC').take(atOnce).getMany();
      if (rows.length > 0) yield rows;
      if (rows.length < atOnce) return;
      last = rows.at(-1)?.sequence ?? last;
    }
  }

  /** What has happened so far, as one may ask for it. */
  async actions(actor: Actor): Promise<string[]> {
    const rows = await this.database.read.createQueryBuilder(AuditEntryRow, 'e').select('DISTINCT e.action', 'action')
      .where('e.organisationId = :organisation', { organisation: actor.organisationId }).orderBy('action').getRawMany<{ action: string }>();
    return rows.map(({ action }) => action);
  }

  #found(actor: Actor, { accounts, action, subject, from, until }: Search): SelectQueryBuilder<AuditEntryRow> {
    const query = this.database.read.createQueryBuilder(AuditEntryRow, 'e').where('e.organisationId = :organisation', { organisation: actor.organisationId });
    if (accounts !== null) query.andWhere(accounts.length === 0 ? '1 = 0' : 'e.accountId IN (:...accounts)', { accounts });
    if (action !== null) query.andWhere('(e.action = :action OR e.action LIKE :within ESCAPE \'!\')', { action, within: `${escaped(action)}.%` });
    if (subject !== null) {
      query.andWhere(new Brackets((either) => either.where('e.subjectId = :subject', { subject }).orWhere('LOWER(e.label) LIKE :label ESCAPE \'!\'', { label: `%${escaped(subject.toLowerCase())}%` })));
    }
    if (from !== null) query.andWhere('e.at >= :from', { from });
    if (until !== null) query.andWhere('e.at < :until', { until });
    return query;
  }
}

const escaped = (text: string): string => text.replace(/[!%_]/g, (sign) => `!${sign}`);
