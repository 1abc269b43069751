import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, nowText } from '../platform/ids.js';
import { CohortChangeRow, CohortRow, type SettingChange } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';
import { staleSentence } from './setting-words.js';

/** What a change amounts to; `changes` empty: nothing, and no revision is made of it. */
export interface Written { columns?: Partial<CohortRow>; changes: SettingChange[] }

/** The one place where a cohort is changed: locked, at the revision that was seen, with its history. */
@Injectable()
export class CohortStore {
  constructor(private readonly database: Database, private readonly identity: IdentityService, private readonly audit: AuditService) {}

  /** Runs `work` on the cohort as it is now, its row locked until all is committed; `work` reads through its manager alone. `revision`: the one that was seen; null: whichever it is. */
  async change(actor: Actor, id: string, revision: number | null, work: (cohort: CohortRow, manager: EntityManager) => Promise<Written>, { archived = false } = {}): Promise<CohortRow> {
    const done = await this.database.write(async (manager): Promise<CohortRow | CohortChangeRow[]> => {
      const cohort = await this.locked(manager, actor, id);
      if (revision !== null && revision !== cohort.revision) return manager.find(CohortChangeRow, { where: { cohortId: cohort.id, revision: MoreThan(revision) }, order: { revision: 'DESC' }, take: 50 });
      if (cohort.archivedAt !== null && !archived) throw cohortErrors.COHORT_ARCHIVED({ path: ['cohort'] });
      const { columns = {}, changes } = await work(cohort, manager);
      if (changes.length === 0) return cohort;
      const next = { ...cohort, ...columns, revision: cohort.revision + 1 };
      await manager.update(CohortRow, { id: cohort.id }, { ...columns, revision: next.revision });
      await manager.insert(CohortChangeRow, { cohortId: cohort.id, revision: next.revision, at: nowText(), accountId: actor.accountId, changes });
      const side = (which: 'before' | 'after') => Object.fromEntries(changes.map((one) => [one.field, one[which]]));
      await this.audit.record(manager, actor, { action: 'cohort.changed', subject: { type: 'cohort', id: cohort.id, label: next.name }, before: side('before'), after: side('after') });
      return next;
    });
    if (Array.isArray(done)) throw await this.#stale(actor, done);
    return done;
  }

  /** The cohort as it is now; nobody else can change it, or who is in it, until the transaction ends. */
  async locked(manager: EntityManager, actor: Actor, id: string, path: string[] = ['cohort']): Promise<CohortRow> {
    const key = { id, organisationId: actor.organisationId };
    if (isId(id)) await manager.update(CohortRow, key, { revision: () => 'revision' });
    const cohort = isId(id) ? await manager.findOneBy(CohortRow, key) : null;
    if (cohort === null) throw platformErrors.NOT_FOUND({ path });
    return cohort;
  }

  async #stale(actor: Actor, since: readonly CohortChangeRow[]) {
    const by = since[0] === undefined ? null : await this.identity.account(actor, since[0].accountId);
    return cohortErrors.STALE_REVISION({ says: staleSentence(by?.name ?? null, since[0]?.at ?? null, since.flatMap(({ changes }) => changes.map(({ field }) => field))), path: ['revision'] });
  }
}
