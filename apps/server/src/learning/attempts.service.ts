import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Conditions, type ItemResponse, mayBegin, type NotNow, orderOf } from '@preceptor/assessment';
import { type CompletionPart, courseConditions, handInsOf, type Progress, progressOf, reflectionsWritten } from '@preceptor/tracking';
import type { DeliveredForm } from '@preceptor/course/delivery';
import { In } from 'typeorm';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { DeliveryService, type InForce, type Sitting } from '../delivery/delivery.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId } from '../platform/ids.js';
import { type AttemptOutcome, outcomeOf } from './attempt-result.js';
import { closesAtOf, isOver } from './attempt-clock.js';
import { assessmentOf, decideStart, decideSubmit } from './decide-attempt.js';
import { decideBreak } from './decide-open.js';
import { ensureOwn, isOwn, mayRead } from './enrolments.service.js';
import { learningErrors } from './errors.js';
import { Ledger } from './ledger/ledger.js';
import { itemsOfVersion, type LedgerRecord, type Operation } from './ledger/record.js';
import { type AttemptRow, type EnrolmentRow, ResponseRow } from './learning.entity.js';
import { type IdsOf, MaskingService } from './masking.service.js';
import { closedAssessment } from './release/gate.js';
import { ReleasesService } from './release/releases.service.js';
import { ScoringService } from './scoring.service.js';
import { shownProgress } from './shown-progress.js';

/** How a learner comes to an attempt: on which device, from which address, with which password. All may be unknown. */
export interface Entering { device?: string | null; takeOver?: boolean; password?: string | null; address?: string | null }
/** How far a learner has met her course's own rules. */
export interface CourseStanding { enrolment: EnrolmentRow; conditions: CompletionPart[]; reflections: { done: number; of: number }; /** submitted, marked or not */ handIns: { done: number; of: number } }
/** How a learner stands with an assessment before she begins. */
export interface SittingStanding { conditions: Conditions; used: number; open: boolean; notNow: NotNow | null; now: Date }

/** Attempts at assessments: begun and drawn, submitted and scored here. */
@Injectable()
export class AttemptsService {
  constructor(private readonly database: Database, private readonly ledger: Ledger, private readonly versions: CourseVersions, private readonly delivery: DeliveryService, private readonly scoring: ScoringService, private readonly masking: MaskingService, private readonly releases: ReleasesService) {}

  /** Begins an attempt or opens the one that is open, where rules, address and password let her. */
  async start(actor: Actor, enrolmentId: string, assessmentId: string, attemptId: string, { device = null, takeOver = false, password = null, address = null }: Entering = {}, now: Date = new Date()): Promise<AttemptRow> {
    if (!isId(attemptId)) throw platformErrors.BAD_INPUT({ says: 'An attempt\'s id is a UUID in lower case.', path: ['attempt'] });
    const seed = randomBytes(16).toString('hex');
    const { inForce, sitting, open, record } = await this.#entering(actor, enrolmentId, assessmentId, now);
    if (record.enrolment.withdrawnAt !== null) throw learningErrors.WITHDRAWN({ path: ['enrolment'] });
    const closed = open === null ? closedAssessment(await this.releases.of(record), assessmentId, record, now) : null;
    if (closed !== null) throw closed;
    if (address !== null) this.delivery.ensureNetwork(inForce, address);
    // Who goes on with what is open has given the password already.
    if (open === null) await this.delivery.ensurePassword(inForce, sitting, password, now);
    const { conditions } = inForce;
    const started = await this.ledger.run(enrolmentId, [], owned(actor, (record) => decideStart(record, { attemptId, assessmentId, seed, eventIds: [newId(), newId()], now, conditions, holder: { device, takeOver } })));
    return this.#caughtUp(started);
  }

  /** `device`: whose wish it is, refused where another holds the attempt. */
  async submit(actor: Actor, enrolmentId: string, attemptId: string, device: string | null = null, now: Date = new Date()): Promise<AttemptRow> {
    return this.#caughtUp(await this.ledger.run(enrolmentId, [], owned(actor, (record) => decideSubmit(record, attemptId, newId(), now, device))));
  }

  /** The attempt with what was done about its items since they were published. */
  async #caughtUp(attempt: AttemptRow): Promise<AttemptRow> {
    await this.scoring.catchUp(attempt.enrolmentId);
    return (await this.ledger.read([attempt.enrolmentId])).get(attempt.enrolmentId)?.attempts.get(attempt.id) ?? attempt;
  }

  /** Begins or ends a break of the learner's own open attempt. */
  async break(actor: Actor, enrolmentId: string, attemptId: string, begin: boolean, device: string | null, now: Date = new Date()): Promise<AttemptRow> {
    return this.ledger.run(enrolmentId, [], owned(actor, (record) => decideBreak(record, { attemptId, device, begin }, newId(), now)));
  }

  /** What holds for the learner at one assessment: of the attempt that is open, else of the one that she may begin. */
  async standing(actor: Actor, enrolmentId: string, assessmentId: string, now: Date = new Date()): Promise<SittingStanding> {
    const { inForce, earlier, open } = await this.#entering(actor, enrolmentId, assessmentId, now);
    const conditions = open?.conditions ?? inForce.conditions;
    return { conditions, used: earlier.length, open: open !== null, notNow: open === null ? mayBegin(conditions, earlier.map((attempt) => ({ submittedAt: attempt.submittedAt ?? closesAtOf(attempt, now) })), now) : null, now };
  }

  async #entering(actor: Actor, enrolmentId: string, assessmentId: string, now: Date): Promise<{ record: LedgerRecord; inForce: InForce; sitting: Sitting; earlier: AttemptRow[]; open: AttemptRow | null }> {
    const record = await this.#records(actor).load(enrolmentId);
    if (record === null || !mayRead(actor, record.enrolment)) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    const assessment = assessmentOf(record, assessmentId);
    if (assessment === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
    const sitting = sittingOf(record);
    const [inForce] = await this.delivery.conditionsOf([sitting], assessment);
    if (inForce === undefined) throw new Error('No conditions were given for a sitting.');
    const earlier = [...record.attempts.values()].filter((attempt) => attempt.assessmentId === assessmentId);
    return { record, inForce, sitting, earlier, open: earlier.find((attempt) => attempt.submittedAt === null && !isOver(attempt, now)) ?? null };
  }

  /** Progress as the actor may see it: a learner's own without scores that are not released yet. */
  async progress(actor: Actor, enrolmentId: string): Promise<Progress> {
    const record = await this.record(actor, enrolmentId);
    return isOwn(actor, record.enrolment) ? shownProgress(record, this.masking.of, new Date()) : progressOf(record.state, record.version.outline);
  }

  /** What is known of an enrolment; the caller has found it for the actor. Batched within a request. */
  async record(actor: Actor, enrolmentId: string): Promise<LedgerRecord> {
    const record = await this.#records(actor).load(enrolmentId);
    if (record === null) throw platformErrors.NOT_FOUND();
    return record;
  }

  /** How far enrolments that the actor may read have met their course's own rules, by id. At most five statements, however many there are. */
  async courseStandings(actor: Actor, enrolmentIds: readonly string[]): Promise<Map<string, CourseStanding>> {
    const now = new Date();
    const records = (await this.#records(actor).loadMany([...enrolmentIds])).filter((record): record is LedgerRecord => record !== null && !(record instanceof Error) && mayRead(actor, record.enrolment));
    return new Map(records.map((record) => {
      const { outline } = record.version;
      const progress = isOwn(actor, record.enrolment) ? shownProgress(record, this.masking.of, now) : progressOf(record.state, outline);
      return [record.enrolment.id, { enrolment: record.enrolment, conditions: courseConditions(outline, progress), reflections: reflectionsWritten(outline, progress), handIns: handedIn(record) }];
    }));
  }

  /** Attempts of an enrolment that are under way; the caller has found it for the actor. Batched. */
  async openOf(actor: Actor, enrolmentId: string, now: Date = new Date()): Promise<number> {
    return [...(await this.record(actor, enrolmentId)).attempts.values()].filter((attempt) => attempt.submittedAt === null && !isOver(attempt, now)).length;
  }

  #records(actor: Actor) { return actor.loader('learning.record', (ids) => this.ledger.read(ids)); }

  /** An enrolment's attempts, newest first. */
  async list(actor: Actor, enrolmentId: string, page: Page): Promise<{ rows: AttemptRow[]; total: number }> {
    const all = [...(await this.record(actor, enrolmentId)).attempts.values()].toSorted((a, b) => (a.startedAt === b.startedAt ? compare(b.id, a.id) : compare(b.startedAt, a.startedAt)));
    const from = page.after === null ? 0 : all.findIndex((attempt) => attempt.id === page.after?.[0]) + 1;
    return { rows: all.slice(from, from + page.first + 1), total: all.length };
  }

  /** By which ids the actor is shown the items of an enrolment; the caller has found it for the actor. Batched. */
  async idsOf(actor: Actor, enrolmentId: string): Promise<IdsOf> {
    return this.masking.for({ learner: isOwn(actor, (await this.record(actor, enrolmentId)).enrolment) });
  }

  /** The form as a learner may see it: no key, no feedback, and choices in the order in which they are shown alone. */
  async form(actor: Actor, attempt: AttemptRow): Promise<DeliveredForm> {
    const idsOf = await this.idsOf(actor, attempt.enrolmentId);
    const version = await this.#madeOn(attempt);
    const items = itemsOfVersion(version);
    const introHtml = version.course.units.find((unit) => unit.assessment?.id === attempt.assessmentId)?.assessment?.introHtml ?? '';
    const views = attempt.form.sections.flatMap((section) => section.items).flatMap((id) => {
      const item = items.get(id);
      return item === undefined ? [] : [idsOf(item, attempt.form).view(orderOf(attempt.form, id))];
    });
    return { form: { ...attempt.form, order: {} }, introHtml, items: views };
  }

  /** The answers that stand, by item id, as they fit the form. */
  async responses(actor: Actor, attempt: AttemptRow): Promise<Record<string, ItemResponse>> {
    const idsOf = await this.idsOf(actor, attempt.enrolmentId);
    const items = itemsOfVersion(await this.#madeOn(attempt));
    return Object.fromEntries(Object.entries(await this.#stored(actor, attempt)).map(([id, response]) => {
      const item = items.get(id);
      return [id, item === undefined ? response : idsOf(item, attempt.form).toShown(response)];
    }));
  }

  async #stored(actor: Actor, attempt: AttemptRow): Promise<Record<string, ItemResponse>> {
    if (attempt.submittedAt === null) {
      const open = (await this.record(actor, attempt.enrolmentId)).state.attempts[attempt.id]?.responses ?? {};
      return Object.fromEntries(Object.entries(open).map(([item, { response }]) => [item, response]));
    }
    const rows = await this.#submitted(actor, attempt);
    return Object.fromEntries(rows.flatMap((row) => (row.response === null ? [] : [[row.itemId, row.response]])));
  }

  async result(actor: Actor, attempt: AttemptRow): Promise<AttemptOutcome | null> {
    if (attempt.submittedAt === null) return null;
    const { attempts, enrolment } = await this.record(actor, attempt.enrolmentId);
    const used = [...attempts.values()].filter((other) => other.assessmentId === attempt.assessmentId).length;
    return outcomeOf(await this.#madeOn(attempt), attempt, await this.#submitted(actor, attempt), used, { learner: isOwn(actor, enrolment), now: new Date(), idsOf: await this.idsOf(actor, attempt.enrolmentId) });
  }

  /** An attempt stays on the version it was made on, wherever its enrolment has moved. */
  async #madeOn(attempt: AttemptRow): Promise<LoadedVersion> {
    const version = await this.versions.get(attempt.courseVersionId);
    if (version === null) throw new Error('An attempt points at a version that is gone.');
    return version;
  }

  async #submitted(actor: Actor, attempt: AttemptRow): Promise<ResponseRow[]> {
    const rows = await actor.loader('learning.responses', async (keys) => {
      const found = await this.database.read.findBy(ResponseRow, { attemptId: In(keys.map((key) => key.split('/')[1])), enrolmentId: In([...new Set(keys.map((key) => key.split('/')[0]))]) });
      return groupByAttempt(found);
    }).load(`${attempt.enrolmentId}/${attempt.id}`);
    return rows ?? [];
  }
}

/** How many of the hand-ins of her version somebody has submitted, and how many there are. */
function handedIn({ version, attempts }: LedgerRecord): { done: number; of: number } {
  const asked = handInsOf(version.course);
  const submitted = new Set([...attempts.values()].filter(({ submittedAt, assessmentId }) => submittedAt !== null && asked.has(assessmentId)).map(({ assessmentId }) => assessmentId));
  return { done: submitted.size, of: asked.size };
}

export const sittingOf = ({ enrolment, version }: LedgerRecord): Sitting => ({ organisationId: enrolment.organisationId, courseId: version.courseId, cohortId: enrolment.cohortId, enrolmentId: enrolment.id });

/** The operation, for the learner herself only. */
const owned = <T>(actor: Actor, operation: Operation<T>): Operation<T> => (record, known) => {
  ensureOwn(actor, record.enrolment);
  return operation(record, known);
};

function groupByAttempt(rows: ResponseRow[]): Map<string, ResponseRow[]> {
  const groups = new Map<string, ResponseRow[]>();
  for (const row of rows) {
    const key = `${row.enrolmentId}/${row.attemptId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
