import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { Problem } from '../../platform/problem.js';
import type { RosterColumn } from '../mapping/columns.js';
import { readPerson, type Refusal } from '../mapping/read-person.js';
import { type Outcome, type Plan, planRow } from '../placing/plan.js';
import { PlacingService } from '../placing/placing.service.js';

/** A row of a program's own; `clientId` names it in the answer. */
export interface BulkRow {
  clientId: string; email: string; name?: string | null; cohort?: string | null; dueOn?: string | null; externalId?: string | null;
  licenceType?: string | null; licenceNumber?: string | null; licenceState?: string | null; licenceExpiresOn?: string | null;
}
export interface BulkResult { clientId: string; outcome: Outcome; enrolmentId: string | null; accountId: string | null; message: string | null; field: string | null }

/** Most rows of one call. */
export const mostRows = 500;
const fields: { field: Exclude<keyof BulkRow, 'clientId'>; column: RosterColumn }[] = [
  { field: 'email', column: 'EMAIL' }, { field: 'name', column: 'NAME' }, { field: 'cohort', column: 'COHORT' }, { field: 'dueOn', column: 'DUE_ON' }, { field: 'externalId', column: 'EXTERNAL_ID' },
  { field: 'licenceType', column: 'LICENCE_TYPE' }, { field: 'licenceNumber', column: 'LICENCE_NUMBER' }, { field: 'licenceState', column: 'LICENCE_STATE' }, { field: 'licenceExpiresOn', column: 'LICENCE_EXPIRES_ON' },
];
const mapping = Object.fromEntries(fields.map(({ column }, index) => [column, index]));

/** Many people at once for programs: a result for each row, by the rules of an import. */
@Injectable()
export class EnrollingService {
  constructor(private readonly database: Database, private readonly placing: PlacingService, private readonly audit: AuditService) {}

  /** Each row comes in or is refused by itself; sent again it answers what is so already. `cohortId`: for rows that name none. */
  async enrol(actor: Actor, cohortId: string | null, rows: readonly BulkRow[]): Promise<BulkResult[]> {
    if (rows.length > mostRows) throw platformErrors.TOO_LARGE({ says: `At most ${mostRows} rows are taken at once; larger rosters are sent to POST /rosters/imports.`, path: ['rows'] });
    const twice = rows.findIndex(({ clientId }, index) => rows.findIndex((other) => other.clientId === clientId) !== index);
    if (twice >= 0) throw platformErrors.BAD_INPUT({ says: 'Two rows have the same clientId.', path: ['rows', String(twice), 'clientId'] });
    const read = rows.map((row) => readPerson(fields.map(({ field }) => row[field] ?? ''), { mapping, days: 'MONTH_FIRST' }));
    const people = read.flatMap((each) => ('person' in each ? [each.person] : []));
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.database.write(async (manager) => {
          await this.placing.lock(manager, actor.organisationId, people, cohortId);
          const roll = await this.placing.roll(manager, actor.organisationId, people, cohortId);
          if (cohortId !== null && !roll.cohorts.has(cohortId)) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
          const setting = this.placing.settingOf(actor, cohortId, actor.holdsScope('accounts'));
          const plans = read.map((each): Plan => ('person' in each ? planRow(each.person, roll, setting) : { outcome: 'REFUSED', refusal: each.refused }));
          const placed = await this.placing.write(manager, actor.organisationId, plans);
          const results = plans.map((plan, index) => resultOf(rows[index]?.clientId ?? '', plan, placed[index] ?? { accountId: null, enrolmentId: null }));
          const came = results.filter(({ outcome }) => outcome !== 'REFUSED' && outcome !== 'NOTHING');
          if (came.length > 0) {
            await this.audit.record(manager, actor, {
              action: 'roster.enrolled', subject: { type: 'organisation', id: actor.organisationId },
              after: { cohort: cohortId, people: came.map(({ accountId, enrolmentId, outcome }) => ({ account: accountId, enrolment: enrolmentId, outcome })) },
            });
          }
          return results;
        });
      } catch (fault) {
        // Somebody else may have made one of these accounts in the same moment.
        if (fault instanceof Problem && fault.code === 'CONFLICT' && tries < 4) continue;
        throw fault;
      }
    }
  }
}

function resultOf(clientId: string, plan: Plan, { accountId, enrolmentId }: { accountId: string | null; enrolmentId: string | null }): BulkResult {
  const refusal: Refusal | null = plan.outcome === 'REFUSED' ? plan.refusal : null;
  return { clientId, outcome: plan.outcome, accountId, enrolmentId, message: refusal?.reason ?? null, field: fields.find(({ column }) => column === refusal?.column)?.field ?? null };
}
