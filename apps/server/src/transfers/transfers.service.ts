import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { CohortsService, type KnownCohort } from '../cohorts/cohorts.service.js';
import { DeadlinesService } from '../cohorts/deadlines.service.js';
import { cohortErrors } from '../cohorts/errors.js';
import { TransferPlaces } from '../cohorts/transfer-places.service.js';
import { CertificatesService } from '../credentials/certificates.service.js';
import { AccommodationsService } from '../delivery/accommodations.service.js';
import { MarksService } from '../gradebook/marks.service.js';
import type { Actor } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { learningErrors } from '../learning/errors.js';
import { type TransferEffect, TransferringService } from '../learning/transferring.service.js';
import { AttendanceService } from '../live-sessions/attendance.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import type { Problem } from '../platform/problem.js';
import { changesInWords, keepsInWords } from './transfer-words.js';
import { TransferRow } from './transfers.entity.js';
import type { TransferInput, TransferPreview } from './transfers.types.js';
import { transferErrors } from './errors.js';

type Wanted = Pick<TransferInput, 'enrolment' | 'cohort'> & { kind: `${TransferInput['kind']}` };
interface Asked { effect: TransferEffect; from: KnownCohort; to: KnownCohort; refused: Problem | null }

/** Learners who go from one cohort of a course to another, with all that they have done. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database, private readonly enrolments: EnrolmentsService, private readonly transferring: TransferringService, private readonly cohorts: CohortsService, private readonly places: TransferPlaces,
    private readonly deadlines: DeadlinesService, private readonly attendance: AttendanceService, private readonly marks: MarksService, private readonly accommodations: AccommodationsService,
    private readonly certificates: CertificatesService, private readonly catalog: CatalogService, private readonly audit: AuditService,
  ) {}

  async preview(actor: Actor, wanted: Wanted): Promise<TransferPreview> {
    const { effect, from, to, refused } = await this.#asked(actor, wanted);
    const { enrolment } = effect;
    const [carried, issued, full] = await Promise.all([this.attendance.carried(actor, enrolment.accountId, from.id, to.id), this.certificates.ofEnrolment(actor, enrolment.id), refused ?? this.#noRoom(actor, effect, to)]);
    const known = { kind: wanted.kind, from: from.name, to: to.name, effect, carried, extended: await this.deadlines.isExtended(actor, enrolment), certified: issued.some(({ state }) => state === 'VALID'), dueOn: to.endsOn };
    const titles = new Map([effect.from, effect.to].flatMap(({ outline }) => outline.units.flatMap(({ lessons }) => lessons.map(({ id, title }) => [id, title] as const))));
    return {
      refused: full?.message ?? null, dueOn: to.endsOn, keeps: keepsInWords(known), changes: changesInWords(known), attendance: carried.map(({ session, to: there }) => ({ session: session.title, counts: there !== null })),
      course: {
        title: effect.to.course.title, fromVersion: effect.from.number, toVersion: effect.to.number, fractionBefore: effect.fractionBefore, fractionAfter: effect.fractionAfter,
        lessonsAdded: effect.lessonsAdded.map((id) => titles.get(id) ?? id), lessonsRemoved: effect.lessonsRemoved.map((id) => titles.get(id) ?? id),
      },
    };
  }

  /** Does it, all or nothing. */
  async transfer(actor: Actor, { reason, ...wanted }: Wanted & { reason: string }): Promise<TransferRow> {
    const why = reason.trim();
    if (why.length > 500) throw platformErrors.BAD_INPUT({ says: 'A reason has at most 500 characters.', path: ['input', 'reason'] });
    const { effect, from, to, refused } = await this.#asked(actor, wanted);
    const { enrolment } = effect;
    // Before an attempt is submitted for it: that is not taken back.
    const refusal = refused ?? await this.#noRoom(actor, effect, to);
    if (refusal !== null) throw refusal;
    const carried = await this.attendance.carried(actor, enrolment.accountId, from.id, to.id);
    const record = await this.transferring.settled(enrolment.id, to.courseVersionId);
    const { row, changed } = await this.database.write(async (manager) => {
      const held = await this.places.hold(manager, actor, from.id, to.id, enrolment.accountId, wanted.kind === 'MOVE');
      // Whoever holds the cohort decides with what it says now.
      if (held.to.courseVersionId !== to.courseVersionId) throw platformErrors.CONFLICT({ says: 'That cohort was changed meanwhile. Look at it again.', path: ['input', 'cohort'] });
      const there = { cohortId: to.id, courseVersionId: to.courseVersionId, dueOn: held.to.endsOn, coursePosition: 0, waitsFor: null };
      let enrolmentId = enrolment.id;
      if (wanted.kind === 'MOVE') await this.transferring.move(manager, record, there);
      else {
        enrolmentId = await this.transferring.copy(manager, record, there);
        await this.marks.copy(manager, actor, enrolment.id, enrolmentId);
        await this.accommodations.copy(manager, actor, enrolment.id, enrolmentId);
      }
      await this.attendance.carry(manager, actor, enrolment.accountId, carried, from.name);
      const made: TransferRow = {
        id: newId(), organisationId: actor.organisationId, accountId: enrolment.accountId, kind: wanted.kind, fromEnrolmentId: enrolment.id, enrolmentId, fromCohortId: from.id, toCohortId: to.id,
        fromVersionId: record.version.id, toVersionId: to.courseVersionId, reason: why, at: nowText(), doneBy: actor.accountId,
      };
      await manager.insert(TransferRow, made);
      await this.audit.record(manager, actor, { action: wanted.kind === 'MOVE' ? 'learner.moved' : 'learner.copied', subject: { type: 'enrolment', id: enrolmentId }, before: { cohort: from.name, version: record.version.number, dueOn: enrolment.dueOn }, after: { cohort: to.name, courseVersionId: to.courseVersionId, dueOn: there.dueOn, reason: why } });
      const entered = wanted.kind === 'MOVE' ? await this.places.refill(manager, actor, held.from) : [];
      return { row: made, changed: [enrolment.id, enrolmentId, ...entered] };
    });
    await this.transferring.changed(changed, [from.id, to.id]);
    return row;
  }

  /** Cohorts to which a learner can go, newest first: of her course, in her version or a newer one, not archived; at most 50. */
  async targets(actor: Actor, enrolmentId: string): Promise<KnownCohort[]> {
    const enrolment = await this.enrolments.find(actor, enrolmentId);
    if (enrolment === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    const version = await this.catalog.version(actor, enrolment.courseVersionId);
    if (version === null || enrolment.cohortId === null) return [];
    const { rows } = await this.cohorts.cohorts(actor, { first: 500, after: null });
    const versions = await Promise.all(rows.map(({ courseVersionId }) => this.catalog.version(actor, courseVersionId)));
    return rows.filter(({ id }, index) => id !== enrolment.cohortId && versions[index]?.courseId === version.courseId && (versions[index]?.number ?? 0) >= version.number).slice(0, 50);
  }

  /** What became of an enrolment so far, newest first; the caller has found it for the actor. Batched. */
  async of(actor: Actor, enrolmentId: string): Promise<TransferRow[]> {
    return await actor.loader('transfers.of', async (ids) => {
      const rows = await this.database.read.find(TransferRow, { where: [{ enrolmentId: In([...ids]) }, { fromEnrolmentId: In([...ids]) }], order: { id: 'DESC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.enrolmentId === id || row.fromEnrolmentId === id)]));
    }).load(enrolmentId) ?? [];
  }

  async #asked(actor: Actor, { enrolment: id, cohort, kind }: Wanted): Promise<Asked> {
    const enrolment = isId(id) ? await this.enrolments.find(actor, id) : null;
    if (enrolment === null) throw platformErrors.NOT_FOUND({ path: ['input', 'enrolment'] });
    if (enrolment.cohortId === null) throw cohortErrors.NOT_IN_COHORT({ path: ['input', 'enrolment'] });
    const [from, to] = [await this.cohorts.cohort(actor, enrolment.cohortId), await this.cohorts.cohort(actor, cohort)];
    if (from === null || to === null) throw platformErrors.NOT_FOUND({ path: ['input', 'cohort'] });
    const effect = await this.transferring.effect(enrolment.id, to.courseVersionId);
    if (effect.from.courseId !== effect.to.courseId) throw learningErrors.OTHER_COURSE({ says: 'That cohort takes another course.', path: ['input', 'cohort'] });
    return { effect, from, to, refused: refusalOf(effect, from, to, kind) };
  }

  /** What the places themselves would refuse, for the preview; what is decided is decided while they are held. */
  async #noRoom(actor: Actor, { enrolment }: TransferEffect, to: KnownCohort): Promise<Problem | null> {
    const there = (await this.enrolments.ofAccount(actor.organisationId, enrolment.accountId)).find(({ cohortId }) => cohortId === to.id);
    if (there !== undefined) return there.withdrawnAt === null ? learningErrors.ALREADY_ENROLLED({ says: 'This person is in that cohort already.', path: ['input', 'cohort'] }) : cohortErrors.WAS_WITHDRAWN({ path: ['input', 'cohort'] });
    return to.capacity !== null && await this.cohorts.placesTaken(actor, to.id) >= to.capacity ? cohortErrors.COHORT_FULL({ says: `All ${to.capacity} places of ${to.name} are taken.`, path: ['input', 'cohort'] }) : null;
  }
}

function refusalOf({ from: has, to: gets, waiting, openAttempts, enrolment }: TransferEffect, from: KnownCohort, to: KnownCohort, kind: Wanted['kind']): Problem | null {
  if (from.id === to.id) return transferErrors.SAME_COHORT({ path: ['input', 'cohort'] });
  if (enrolment.withdrawnAt !== null) return transferErrors.NO_PLACE({ path: ['input', 'enrolment'] });
  if (gets.number < has.number) return transferErrors.OLDER_VERSION({ says: `${to.name} takes version ${gets.number}, and she has version ${has.number}. Take that cohort to the newer version first.`, path: ['input', 'cohort'] });
  if (to.archivedAt !== null || (kind === 'MOVE' && from.archivedAt !== null)) return cohortErrors.COHORT_ARCHIVED({ path: ['input', 'cohort'] });
  if (kind === 'COPY' && waiting > 0) return transferErrors.MARKS_WAIT({ path: ['input', 'enrolment'] });
  if (kind === 'COPY' && openAttempts > 0) return transferErrors.ATTEMPT_OPEN({ path: ['input', 'enrolment'] });
  return null;
}
