import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { KeepingService, type Kept } from '../../credentials/keeping/keeping.service.js';
import { Actor } from '../../identity/actor.js';
import { UploadsSweep } from '../../learning/uploads/uploads-sweep.js';
import { Database } from '../../platform/database/database.js';
import { holdings } from '../registry.js';

/** An enrolment of which nothing happened any more since a day. */
export interface Past { id: string; accountId: string; cohortId: string | null; certificates: Kept[] }
const atOnce = 100;
/** Rows that name an enrolment and stand in the registry by their person: they go with it. A test finds a table that is forgotten here. */
export const namedBeside: readonly (readonly [table: string, column: string])[] = [['cohort_transfer', 'came_from'], ['cohort_transfer', 'enrolment_id']];

/** Enrolments whose records are past their time: finding them, and removing them with all that hangs on them. */
@Injectable()
export class RemovalService {
  constructor(private readonly database: Database, private readonly keeping: KeepingService, private readonly uploads: UploadsSweep, private readonly audit: AuditService) {}

  /**
   * Those of an organisation (`account`: of one person) that were over before a day (YYYY-MM-DD): given, last learnt in, withdrawn,
   * due, their cohort ended, their certificate awarded. One whose certificate law wants kept `today` is never among them.
   */
  async *past(organisationId: string, before: string, today: string, account: string | null = null): AsyncGenerator<Past[]> {
    for (let after = ''; ;) {
      const parameters: unknown[] = [];
      const given = (value: unknown): string => this.database.parameter(parameters.push(value));
      const over = (column: string): string => `COALESCE(${column}, '') < ${given(before)}`;
      const rows = await this.database.read.query<{ id: string; account: string; cohort: string | null }[]>(
        `SELECT e.id AS id, e.account_id AS account, e.cohort_id AS cohort FROM enrolment e LEFT JOIN learning_progress p ON p.enrolment_id = e.id LEFT JOIN cohort c ON c.id = e.cohort_id
          WHERE e.organisation_id = ${given(organisationId)} AND e.id > ${given(after)}${account === null ? '' : ` AND e.account_id = ${given(account)}`}
          AND ${['e.enrolled_at', 'e.due_on', 'e.withdrawn_at', 'p.last_at', 'c.ends_on'].map(over).join(' AND ')} ORDER BY e.id LIMIT ${atOnce}`, parameters);
      const certificates = await this.keeping.of(organisationId, { enrolments: rows.map(({ id }) => id) });
      const found = rows.map(({ id, account: accountId, cohort }): Past => ({ id, accountId, cohortId: cohort, certificates: certificates.filter(({ enrolmentId }) => enrolmentId === id) }))
        .filter((each) => each.certificates.every(({ until, awardedOn }) => until < today && awardedOn < before));
      if (found.length > 0) yield found;
      if (rows.length < atOnce) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** Removes them within a transaction that is under way; gives the hashes of files that are to go once it is committed. */
  async remove(manager: EntityManager, organisationId: string, past: readonly Past[]): Promise<string[]> {
    if (past.length === 0) return [];
    const ids = past.map(({ id }) => id);
    const listed = ids.map((_, at) => this.database.parameter(at + 1)).join(', ');
    const files = await manager.query<{ sha256: string }[]>(`SELECT sha256 FROM learning_upload WHERE enrolment_id IN (${listed})`, ids);
    await manager.query(`DELETE FROM grading_mark WHERE task_id IN (SELECT id FROM grading_task WHERE enrolment_id IN (${listed}))`, ids);
    for (const { table, enrolment } of holdings) if (enrolment !== undefined) await manager.query(`DELETE FROM "${table}" WHERE "${enrolment}" IN (${listed})`, ids);
    for (const [table, column] of namedBeside) await manager.query(`DELETE FROM "${table}" WHERE "${column}" IN (${listed})`, ids);
    await manager.query(`UPDATE enrolment SET copied_from = NULL WHERE copied_from IN (${listed})`, ids);
    const [one, two] = [this.database.parameter(1), this.database.parameter(2)];
    for (const { accountId, cohortId } of past) {
      if (cohortId === null) continue;
      const sessions = `session_id IN (SELECT id FROM live_session WHERE cohort_id = ${two})`;
      for (const table of ['live_attendance', 'live_change']) await manager.query(`DELETE FROM ${table} WHERE account_id = ${one} AND ${sessions}`, [accountId, cohortId]);
      await manager.query(`DELETE FROM evaluation_filled WHERE account_id = ${one} AND form_id IN (SELECT id FROM evaluation_form WHERE cohort_id = ${two})`, [accountId, cohortId]);
    }
    await this.keeping.forget(manager, organisationId, past.flatMap(({ certificates }) => certificates));
    await manager.query(`DELETE FROM certificate_attestation WHERE enrolment_id IN (${listed})`, ids);
    await manager.query(`UPDATE roster_result SET enrolment_id = NULL WHERE enrolment_id IN (${listed})`, ids);
    await manager.query(`DELETE FROM enrolment WHERE id IN (${listed})`, ids);
    await this.audit.record(manager, Actor.system(organisationId), { action: 'records.removed', subject: { type: 'organisation', id: organisationId }, after: { enrolments: ids.length }, withholds: { subjects: ids, texts: [] } });
    return files.map(({ sha256 }) => sha256);
  }

  /** Removes the bytes of files once nobody names them any more. */
  removeFiles(sha256s: readonly string[]): Promise<void> { return this.uploads.removeBytes(sha256s); }
}
