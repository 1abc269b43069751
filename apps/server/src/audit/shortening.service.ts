import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { AuditEntryRow, AuditHeadRow } from './audit.entity.js';
import { AuditService } from './audit.service.js';

/** The beginning of a trail that is past its retention: what is left still holds, from the hash of the last row that went. */
@Injectable()
export class ShorteningService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** How many entries were recorded before `before` (ISO UTC). */
  async past(organisationId: string, before: string): Promise<number> {
    const head = await this.database.read.findOneBy(AuditHeadRow, { organisationId });
    return head === null ? 0 : Math.max(0, await this.#last(organisationId, before, head.sequence) - head.removedTo);
  }

  /** Removes them and records that they are gone; gives how many. */
  async shorten(organisationId: string, before: string): Promise<number> {
    if (await this.past(organisationId, before) === 0) return 0;
    return this.database.write(async (manager) => {
      // Takes the row: nobody else adds to this chain or shortens it until the commit.
      await manager.update(AuditHeadRow, { organisationId }, { sequence: () => 'sequence' });
      const head = await manager.findOneByOrFail(AuditHeadRow, { organisationId });
      const last = await manager.findOneBy(AuditEntryRow, { organisationId, sequence: await this.#last(organisationId, before, head.sequence) });
      if (last === null || last.sequence <= head.removedTo) return 0;
      await manager.delete(AuditEntryRow, { organisationId, sequence: LessThanOrEqual(last.sequence) });
      await manager.update(AuditHeadRow, { organisationId }, { removedTo: last.sequence, removedHash: last.hash });
      await this.audit.record(manager, Actor.system(organisationId), { action: 'audit.shortened', subject: { type: 'organisation', id: organisationId }, after: { before, removedTo: last.sequence, entries: last.sequence - head.removedTo } });
      return last.sequence - head.removedTo;
    });
  }

  /** The last row before the first that is young enough: a chain is shortened from its beginning alone. */
  async #last(organisationId: string, before: string, end: number): Promise<number> {
    const young = await this.database.read.findOne(AuditEntryRow, { select: { organisationId: true, sequence: true }, where: { organisationId, at: MoreThanOrEqual(before) }, order: { sequence: 'ASC' } });
    return young === null ? end : young.sequence - 1;
  }
}
