import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { orderOf, viewOf, type ItemResponse } from '@preceptor/assessment';
import type { DeliveredForm } from '@preceptor/course/delivery';
import { In } from 'typeorm';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId } from '../platform/ids.js';
import { type AttemptOutcome, outcomeOf } from './attempt-result.js';
import { decideStart, decideSubmit } from './decide-attempt.js';
import { ensureOwn } from './enrolments.service.js';
import { Ledger } from './ledger/ledger.js';
import { itemsOfVersion, type LedgerRecord, type Operation } from './ledger/record.js';
import { type AttemptRow, ResponseRow } from './learning.entity.js';

/** Attempts at assessments: begun and drawn, submitted and scored here. */
@Injectable()
export class AttemptsService {
  constructor(private readonly database: Database, private readonly ledger: Ledger, private readonly versions: CourseVersions) {}

  async start(actor: Actor, enrolmentId: string, assessmentId: string, attemptId: string, now: Date = new Date()): Promise<AttemptRow> {
    if (!isId(attemptId)) throw platformErrors.BAD_INPUT({ says: 'An attempt\'s id is a UUID in lower case.', path: ['attempt'] });
    const seed = randomBytes(16).toString('hex');
    return this.ledger.run(enrolmentId, [], owned(actor, (record) => decideStart(record, { attemptId, assessmentId, seed, eventIds: [newId(), newId()], now })));
  }

  async submit(actor: Actor, enrolmentId: string, attemptId: string, now: Date = new Date()): Promise<AttemptRow> {
    return this.ledger.run(enrolmentId, [], owned(actor, (record) => decideSubmit(record, attemptId, newId(), now)));
  }

  /** What is known of an enrolment; the caller has found it for the actor. Batched within a request. */
  async record(actor: Actor, enrolmentId: string): Promise<LedgerRecord> {
    const record = await actor.loader('learning.record', (ids) => this.ledger.read(ids)).load(enrolmentId);
    if (record === null) throw platformErrors.NOT_FOUND();
    return record;
  }

  /** An enrolment's attempts, newest first. */
  async list(actor: Actor, enrolmentId: string, page: Page): Promise<{ rows: AttemptRow[]; total: number }> {
    const all = [...(await this.record(actor, enrolmentId)).attempts.values()].toSorted((a, b) => (a.startedAt === b.startedAt ? compare(b.id, a.id) : compare(b.startedAt, a.startedAt)));
    const from = page.after === null ? 0 : all.findIndex((attempt) => attempt.id === page.after?.[0]) + 1;
    return { rows: all.slice(from, from + page.first + 1), total: all.length };
  }

  /** The form as a learner may see it: no key, no feedback. */
  async form(attempt: AttemptRow): Promise<DeliveredForm> {
    const version = await this.#madeOn(attempt);
    const items = itemsOfVersion(version);
    const introHtml = version.course.units.find((unit) => unit.assessment?.id === attempt.assessmentId)?.assessment?.introHtml ?? '';
    const views = attempt.form.sections.flatMap((section) => section.items).flatMap((id) => {
      const item = items.get(id);
      return item === undefined ? [] : [viewOf(item, orderOf(attempt.form, id))];
    });
    return { form: attempt.form, introHtml, items: views };
  }

  /** The answers that stand, by item id. */
  async responses(actor: Actor, attempt: AttemptRow): Promise<Record<string, ItemResponse>> {
    if (attempt.submittedAt === null) {
      const open = (await this.record(actor, attempt.enrolmentId)).state.attempts[attempt.id]?.responses ?? {};
      return Object.fromEntries(Object.entries(open).map(([item, { response }]) => [item, response]));
    }
    const rows = await this.#submitted(actor, attempt);
    return Object.fromEntries(rows.flatMap((row) => (row.response === null ? [] : [[row.itemId, row.response]])));
  }

  async result(actor: Actor, attempt: AttemptRow): Promise<AttemptOutcome | null> {
    if (attempt.submittedAt === null) return null;
    const { attempts } = await this.record(actor, attempt.enrolmentId);
    const used = [...attempts.values()].filter((other) => other.assessmentId === attempt.assessmentId).length;
    return outcomeOf(await this.#madeOn(attempt), attempt, await this.#submitted(actor, attempt), used);
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
