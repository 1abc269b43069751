import { Injectable } from '@nestjs/common';
import { type EntityManager, type EntityTarget, IsNull, type ObjectLiteral } from 'typeorm';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { Commits } from './commits.js';
import { decideSubmit } from './decide-attempt.js';
import { EnrollingService } from './enrolling.service.js';
import { progressColumns } from './ledger/columns.js';
import { Ledger } from './ledger/ledger.js';
import type { LedgerRecord } from './ledger/record.js';
import { AttemptRow, EnrolmentRow, EventRow, ProgressRow, ResponseRow } from './learning.entity.js';
import { effectOfMoving, type MoveEffect } from './moving.js';
import { ScoringService } from './scoring.service.js';

/** What going to another cohort does to one enrolment. `waiting`: attempts that a person has not marked yet. */
export interface TransferEffect extends MoveEffect { enrolment: EnrolmentRow; from: LoadedVersion; to: LoadedVersion; waiting: number }
/** Where an enrolment goes. */
export type Destination = Pick<EnrolmentRow, 'cohortId' | 'courseVersionId' | 'dueOn' | 'coursePosition' | 'waitsFor'>;

/** Enrolments that go to another cohort with all that is recorded in them. The caller decides whether they may. */
@Injectable()
export class TransferringService {
  constructor(private readonly database: Database, private readonly ledger: Ledger, private readonly versions: CourseVersions, private readonly enrolling: EnrollingService, private readonly scoring: ScoringService, private readonly commits: Commits) {}

  /** What it would do; nothing is changed. The caller has found the enrolments and the version for the actor. */
  async effect(enrolmentId: string, versionId: string): Promise<TransferEffect> {
    const [record, to] = [(await this.ledger.read([enrolmentId])).get(enrolmentId), await this.versions.get(versionId)];
    if (record === undefined || to === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    return { ...effectOfMoving(record.state, record.version.outline, to.outline), enrolment: record.enrolment, from: record.version, to, waiting: [...record.attempts.values()].filter(({ pending }) => pending).length };
  }

  /** Submits attempts that can't go on there, before anything is moved; what is recorded of an enrolment as it then stands. */
  async settled(enrolmentId: string, versionId: string): Promise<LedgerRecord> {
    const record = await this.#record(enrolmentId);
    if (record.version.id === versionId) return record;
    for (const attempt of record.attempts.values()) if (attempt.submittedAt === null) await this.ledger.run(enrolmentId, [], (current) => decideSubmit(current, attempt.id, newId(), new Date()));
    await this.scoring.catchUp(enrolmentId);
    return this.#record(enrolmentId);
  }

  /** Puts the enrolment there, within the caller's transaction; what is recorded meanwhile takes all of it back. After the commit: `changed`. */
  async move(manager: EntityManager, record: LedgerRecord, to: Destination): Promise<void> {
    const { id } = record.enrolment;
    await this.#hold(manager, record);
    if (to.courseVersionId !== record.version.id) {
      const version = await this.#version(to.courseVersionId);
      await manager.update(ProgressRow, { enrolmentId: id }, { ...progressColumns({ ...record, version }), courseVersionId: version.id });
    }
    await manager.update(EnrolmentRow, { id }, { ...to, groupId: null });
  }

  /** Makes an enrolment there that begins with all that is recorded in this one: events, attempts, answers. Gives its id. After the commit: `changed`. */
  async copy(manager: EntityManager, record: LedgerRecord, to: Destination): Promise<string> {
    const { enrolment } = record;
    await this.#hold(manager, record);
    const version = await this.#version(to.courseVersionId);
    const id = newId();
    await manager.insert(EnrolmentRow, { ...enrolment, ...to, id, enrolledAt: nowText(), groupId: null, withdrawnAt: null, copiedFrom: enrolment.copiedFrom ?? enrolment.id });
    const progress = await manager.findOneByOrFail(ProgressRow, { enrolmentId: enrolment.id });
    // Attempts have ids of their own wherever they are named: marks and regrades know them by nothing else.
    const anew = new Map([...record.attempts.keys()].map((attempt) => [attempt, newId()]));
    const snapshot = [...anew].reduce((text, [old, fresh]) => text.replaceAll(old, fresh), progress.snapshot);
    await manager.insert(ProgressRow, { ...progress, ...progressColumns({ ...record, version }), snapshot, enrolmentId: id, courseVersionId: version.id });
    for (const [table, marked] of [[EventRow, false], [AttemptRow, true], [ResponseRow, true]] as const) await copyRows(this.database, manager, table, { from: enrolment.id, to: id, marked, anew });
    return id;
  }

  /** To be called after the commit. */
  async changed(enrolmentIds: readonly string[], cohortIds: readonly (string | null)[]): Promise<void> {
    for (const id of enrolmentIds) this.ledger.forget(id);
    await this.enrolling.changed(enrolmentIds);
    for (const cohortId of new Set(cohortIds)) this.commits.tell(cohortId, null);
  }

  /** Nothing more was recorded than is known, and nothing is until the transaction ends. */
  async #hold(manager: EntityManager, { enrolment: { id, cohortId }, events }: LedgerRecord): Promise<void> {
    const place = await manager.update(EnrolmentRow, { id, cohortId: cohortId ?? IsNull(), withdrawnAt: IsNull() }, { id });
    const { affected } = await manager.update(ProgressRow, { enrolmentId: id, events }, { events });
    if (place.affected !== 1) throw platformErrors.CONFLICT({ says: 'Somebody else moved or withdrew this learner meanwhile. Look at it again.', path: ['enrolment'] });
    if (affected !== 1) throw platformErrors.CONFLICT({ says: 'The learner went on learning meanwhile. Look at it again, and do it once more.', path: ['enrolment'] });
  }

  async #record(id: string): Promise<LedgerRecord> {
    const record = (await this.ledger.read([id])).get(id);
    if (record === undefined) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    return record;
  }

  async #version(id: string): Promise<LoadedVersion> {
    const version = await this.versions.get(id);
    if (version === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return version;
  }
}

interface Copying { from: string; to: string; /** whether the rows say that they are copies */ marked: boolean; /** the attempts' ids, old and new */ anew: ReadonlyMap<string, string> }
/** Columns that name attempts, in JSON or alone. */
const naming = ['id', 'attempt_id', 'data'];

/** Copies an enrolment's rows of a table to another enrolment. */
async function copyRows(database: Database, manager: EntityManager, entity: EntityTarget<ObjectLiteral>, { from, to, marked, anew }: Copying): Promise<void> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName).filter((name) => name !== 'enrolment_id' && name !== 'copied');
  // Ids are made by nobody's hand: only what is one stands in the statement.
  const ids = [...anew].filter(([old, fresh]) => isId(old) && isId(fresh));
  const read = (name: string): string => (naming.includes(name) ? ids.reduce((expression, [old, fresh]) => `REPLACE(${expression}, '${old}', '${fresh}')`, `"${name}"`) : `"${name}"`);
  const list = names.map((name) => `"${name}"`).join(', ');
  await manager.query(`INSERT INTO "${tableName}" ("enrolment_id"${marked ? ', "copied"' : ''}, ${list}) SELECT ${database.parameter(1)}${marked ? ', true' : ''}, ${names.map(read).join(', ')} FROM "${tableName}" WHERE "enrolment_id" = ${database.parameter(2)}`, [to, from]);
}
