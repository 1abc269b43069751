import { Injectable } from '@nestjs/common';
import type { Accommodation } from '@preceptor/assessment';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { AccommodationRow, DeliveryChangeRow } from './delivery.entity.js';
import { deliveryErrors } from './errors.js';

/** Whom an accommodation is for: one enrolment or one cohort. */
export type Recipient = { enrolmentId: string } | { cohortId: string };
export interface NewAccommodation { id: string | null; assessmentId: string | null; granted: unknown; reason: string }

/** Most accommodations of one learner or cohort. */
const most = 50;
const date = z.iso.datetime('A date is ISO 8601 in UTC, such as 2026-11-24T09:30:00Z.').transform((text) => new Date(text).toISOString()).nullable();
const grantedSchema = z.strictObject({
  timeFactor: z.number().min(1, 'Extra time is a factor of at least 1.').max(10, 'Extra time is a factor of at most 10.'), extraAttempts: z.int().min(0).max(100, 'At most 100 extra attempts.'),
  breakSeconds: z.int().min(0).max(8 * 3600, 'At most eight hours of break.'), opensAt: date, closesAt: date,
}) satisfies z.ZodType<Accommodation>;

/** What learners and groups are granted. The caller has found whom it is for, for the actor. */
@Injectable()
export class AccommodationsService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** Accommodations by enrolment or cohort, oldest first; batched. */
  async of(actor: Actor, kind: 'enrolmentId' | 'cohortId', id: string): Promise<AccommodationRow[]> {
    const rows = await actor.loader(`delivery.accommodations.${kind}`, async (ids) => {
      const found = await this.database.read.find(AccommodationRow, { where: { [kind]: In([...ids]), organisationId: actor.organisationId }, order: { id: 'ASC' } });
      const by = new Map<string, AccommodationRow[]>();
      for (const row of found) by.set(row[kind], [...by.get(row[kind]) ?? [], row]);
      return by;
    }).load(id);
    return rows ?? [];
  }

  async find(actor: Actor, id: string): Promise<AccommodationRow | null> {
    return isId(id) ? this.database.read.findOneBy(AccommodationRow, { id, organisationId: actor.organisationId }) : null;
  }

  async save(actor: Actor, recipient: Recipient, { id, assessmentId, granted, reason }: NewAccommodation): Promise<AccommodationRow> {
    const checked = parseInput(grantedSchema, granted, 'input', 'granted');
    if (checked.opensAt !== null && checked.closesAt !== null && checked.closesAt <= checked.opensAt) throw deliveryErrors.RULES_IMPOSSIBLE({ says: 'It would close before it opens.', path: ['input', 'granted', 'closesAt'] });
    if (reason.trim() === '' || reason.length > 2000) throw platformErrors.BAD_INPUT({ says: 'Say why, in at most 2,000 characters: whoever comes after you must understand it.', path: ['input', 'reason'] });
    const place = { enrolmentId: '', cohortId: '', ...recipient };
    const row: AccommodationRow = { id: id ?? newId(), organisationId: actor.organisationId, ...place, assessmentId: assessmentId ?? '', granted: checked, reason: reason.trim(), savedAt: nowText(), savedBy: actor.accountId };
    await this.database.write(async (manager) => {
      const before = id === null ? null : await manager.findOneBy(AccommodationRow, { id, ...place, organisationId: actor.organisationId });
      if (id !== null && before === null) throw platformErrors.NOT_FOUND({ path: ['input', 'id'] });
      if (id === null && await manager.countBy(AccommodationRow, place) >= most) throw platformErrors.TOO_LARGE({ says: `At most ${most} accommodations can be kept here: change one of them.`, path: ['input'] });
      await manager.upsert(AccommodationRow, row, ['id']);
      await this.#keep(manager, actor, changeOf(actor, row, before, row), before === null ? 'accommodation.granted' : 'accommodation.changed');
    });
    return row;
  }

  /** Grants another enrolment what one is granted, within the caller's transaction. */
  async copy(manager: EntityManager, actor: Actor, from: string, to: string): Promise<void> {
    for (const row of await manager.findBy(AccommodationRow, { enrolmentId: from, organisationId: actor.organisationId })) {
      const copied = { ...row, id: newId(), enrolmentId: to, savedAt: nowText(), savedBy: actor.accountId };
      await manager.insert(AccommodationRow, copied);
      await this.#keep(manager, actor, changeOf(actor, copied, null, copied), 'accommodation.granted');
    }
  }

  async remove(actor: Actor, row: AccommodationRow): Promise<void> {
    await this.database.write(async (manager) => {
      await manager.delete(AccommodationRow, { id: row.id });
      await this.#keep(manager, actor, changeOf(actor, row, row, null), 'accommodation.removed');
    });
  }

  async #keep(manager: EntityManager, actor: Actor, change: DeliveryChangeRow, action: string): Promise<void> {
    await manager.insert(DeliveryChangeRow, change);
    const [type = '', id = ''] = change.subject.split('/');
    await this.audit.record(manager, actor, { action, subject: { type, id }, before: JSON.parse(change.before ?? 'null'), after: JSON.parse(change.after ?? 'null') });
  }
}

export const subjectOfRecipient = ({ enrolmentId, cohortId }: Pick<AccommodationRow, 'enrolmentId' | 'cohortId'>): string => (enrolmentId === '' ? `cohort/${cohortId}` : `enrolment/${enrolmentId}`);
const told = (row: AccommodationRow | null): string | null => (row === null ? null : JSON.stringify({ ...row.granted, assessment: row.assessmentId === '' ? null : row.assessmentId, reason: row.reason }));
const changeOf = (actor: Actor, row: AccommodationRow, before: AccommodationRow | null, after: AccommodationRow | null): DeliveryChangeRow => ({
  id: newId(), organisationId: actor.organisationId, subject: subjectOfRecipient(row), before: told(before), after: told(after), accountId: actor.accountId, at: nowText(),
});
