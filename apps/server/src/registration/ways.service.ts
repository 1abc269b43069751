import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { registrationErrors } from './errors.js';
import { RegistrationWayRow } from './registration.entity.js';

/** Without what is easily taken for something else: 32 of them, so that nobody guesses one of 10^15. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = (): string => Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
/** A code as it is kept, of one as it was typed. */
export const plainCode = (typed: string): string => typed.slice(0, 100).toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/** Whether people may register themselves, with which code, and whether each must be let in. */
@Injectable()
export class WaysService {
  constructor(private readonly database: Database, private readonly cohorts: CohortsService, private readonly audit: AuditService) {}

  /** Of a cohort, or of the organisation itself; null: nobody has set one up. */
  of(actor: Actor, cohortId: string | null): Promise<RegistrationWayRow | null> {
    return this.database.read.findOneBy(RegistrationWayRow, { organisationId: actor.organisationId, cohortId: cohortId ?? IsNull() });
  }

  /** Opens or closes it. `anew`: under another code; the older one works no more. */
  async set(actor: Actor, cohortId: string | null, { open, approval, anew }: { open: boolean; approval: boolean; anew: boolean }): Promise<RegistrationWayRow> {
    const cohort = cohortId === null ? null : await this.cohorts.cohort(actor, cohortId);
    if (cohortId !== null && cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return this.database.write(async (manager) => {
      const before = await manager.findOneBy(RegistrationWayRow, { organisationId: actor.organisationId, cohortId: cohortId ?? IsNull() });
      const row: RegistrationWayRow = { id: before?.id ?? newId(), organisationId: actor.organisationId, cohortId, code: before === null || anew ? newCode() : before.code, open, approval };
      await manager.save(RegistrationWayRow, row);
      await this.audit.record(manager, actor, { action: 'registration.set', subject: cohort === null ? { type: 'organisation', id: actor.organisationId } : { type: 'cohort', id: cohort.id, label: cohort.name }, before: before === null ? undefined : { open: before.open, approval: before.approval }, after: { open, approval, ...(anew ? { code: 'another' } : {}) } });
      return row;
    });
  }

  byId(id: string): Promise<RegistrationWayRow | null> { return this.database.read.findOneBy(RegistrationWayRow, { id }); }

  /** The open way of a code, as somebody typed it; throws CODE_UNKNOWN for any other. */
  async byCode(typed: string): Promise<RegistrationWayRow> {
    const way = await this.database.read.findOneBy(RegistrationWayRow, { code: plainCode(typed), open: true });
    if (way === null) throw registrationErrors.CODE_UNKNOWN({ path: ['code'] });
    return way;
  }
}
