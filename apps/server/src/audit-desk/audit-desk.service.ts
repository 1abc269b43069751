import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Entry, type Search, TrailService } from '../audit/trail.service.js';
import type { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { MembersService } from '../identity/members.service.js';
import { Database } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';

/** What somebody looks for, in her words. */
export type Asked = Partial<Record<'who' | 'action' | 'subject' | 'from' | 'until', string | null | undefined>>;
/** Whoever acted, by name; null: the server, or somebody who is here no more. */
export interface Told { row: Entry; name: string | null; email: string | null }
const mostPeople = 100;

/** The trail as administrators read it: with people's names instead of ids. */
@Injectable()
export class AuditDeskService {
  constructor(private readonly database: Database, private readonly trail: TrailService, private readonly audit: AuditService, private readonly members: MembersService, private readonly identity: IdentityService) {}

  async search(actor: Actor, { who, action, subject, from, until }: Asked): Promise<Search> {
    return { accounts: await this.#accounts(actor, asked(who)), action: asked(action), subject: asked(subject), from: from ?? null, until: until ?? null };
  }

  /** All that fits, oldest first, in parts. That it was taken is recorded too. */
  async *exported(actor: Actor, wanted: Asked): AsyncGenerator<Told[]> {
    const search = await this.search(actor, wanted);
    await this.database.write((manager) => this.audit.record(manager, actor, { action: 'audit.exported', subject: { type: 'organisation', id: actor.organisationId }, after: wanted }));
    for await (const rows of this.trail.all(actor, search)) {
      yield await Promise.all(rows.map(async (row) => {
        const account = row.accountId === '' ? null : await this.identity.account(actor, row.accountId);
        return { row, name: account?.name ?? null, email: account?.email ?? null };
      }));
    }
  }

  async #accounts(actor: Actor, who: string | null): Promise<string[] | null> {
    if (who === null) return null;
    if (isId(who)) return [who];
    const { rows } = await this.members.page(actor, who, { first: mostPeople, after: null });
    return rows.slice(0, mostPeople).map(({ account }) => account.id);
  }
}

const asked = (text: string | null | undefined): string | null => ((text ?? '').trim() === '' ? null : (text ?? '').trim());
