import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { CatalogService } from '../../catalog/catalog.service.js';
import { CohortsService } from '../../cohorts/cohorts.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { BodyRow, SettingsRow } from '../credentials.entity.js';
import { credentialsErrors } from '../errors.js';
import { bodyInput, type BodyInput, settingsInput, type SettingsInput } from './settings-input.js';

/** By what rules a cohort's certificates come about, and the bodies that recognise them. */
@Injectable()
export class SettingsService {
  constructor(private readonly database: Database, private readonly cohorts: CohortsService, private readonly catalog: CatalogService, private readonly audit: AuditService) {}

  /** A cohort's; null: none were ever made, and no certificates are issued. Batched. */
  of(actor: Actor, cohortId: string): Promise<SettingsRow | null> {
    return actor.loader('credentials.settings', async (ids) => new Map((await this.database.read.findBy(SettingsRow, { cohortId: In([...ids]), organisationId: actor.organisationId })).map((row) => [row.cohortId, row]))).load(cohortId);
  }

  /** Sets them. Certificates that were issued stay as they are. */
  async save(actor: Actor, cohortId: string, input: SettingsInput): Promise<SettingsRow> {
    const cohort = await this.cohorts.cohort(actor, cohortId);
    if (cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    const { body, ...said } = parseInput(settingsInput, input, 'input');
    await this.#ensureTests(actor, cohort.courseVersionId, said);
    if (body !== null && await this.body(actor, body) === null) throw platformErrors.NOT_FOUND({ path: ['input', 'body'] });
    const row: SettingsRow = { cohortId, organisationId: actor.organisationId, ...said, bodyId: body, updatedAt: nowText() };
    await this.database.write(async (manager) => {
      const before = await manager.findOneBy(SettingsRow, { cohortId });
      await manager.upsert(SettingsRow, row, ['cohortId']);
      await this.audit.record(manager, actor, { action: 'certificates.settings', subject: { type: 'cohort', id: cohortId, label: cohort.name }, before, after: row });
    });
    return row;
  }

  /** Copies how a cohort's certificates come about to one where nothing is set. Both are the actor's. */
  async copy(manager: EntityManager, actor: Actor, fromCohort: string, toCohort: string): Promise<void> {
    const row = await manager.findOneBy(SettingsRow, { cohortId: fromCohort, organisationId: actor.organisationId });
    if (row !== null) await manager.insert(SettingsRow, { ...row, cohortId: toCohort, updatedAt: nowText() });
  }

  /** Accrediting bodies of the organisation by name; `first + 1` rows. */
  async bodies(actor: Actor, { first, after }: Page): Promise<{ rows: BodyRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(BodyRow, 'b').where('b.organisationId = :organisation', { organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(b.name > :name OR (b.name = :name AND b.id > :id))', { name: after[0], id: after[1] });
    return { rows: await query.orderBy('b.name').addOrderBy('b.id').take(first + 1).getMany(), total };
  }

  body(actor: Actor, id: string): Promise<BodyRow | null> {
    return actor.loader('credentials.body', async (ids) => new Map((await this.database.read.findBy(BodyRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId })).map((row) => [row.id, row]))).load(id);
  }

  /** Makes one, or changes one that there is: certificates that were issued keep the statement that they were issued with. */
  async saveBody(actor: Actor, input: BodyInput): Promise<BodyRow> {
    const { id, ...said } = parseInput(bodyInput, input, 'input');
    const known = id === null ? null : await this.body(actor, id);
    if (id !== null && known === null) throw platformErrors.NOT_FOUND({ path: ['input', 'id'] });
    const row = { id: known?.id ?? newId(), organisationId: actor.organisationId, ...said };
    await this.database.write(async (manager) => {
      await manager.upsert(BodyRow, row, ['id']);
      await this.audit.record(manager, actor, { action: 'certificates.body', subject: { type: 'accrediting-body', id: row.id, label: row.name }, before: known, after: row });
    });
    return row;
  }

  /** Both tests are the course's; what counts toward passing is no pre-test. */
  async #ensureTests(actor: Actor, versionId: string, { preTest, postTest }: { preTest: string | null; postTest: string | null }): Promise<void> {
    if (preTest === null && postTest === null) return;
    const { outline } = await this.catalog.loaded(actor, versionId);
    const known = outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment.id]));
    if (preTest !== null && !known.includes(preTest)) throw platformErrors.NOT_FOUND({ path: ['input', 'preTest'] });
    if (postTest !== null && !known.includes(postTest)) throw platformErrors.NOT_FOUND({ path: ['input', 'postTest'] });
    if (preTest !== null && (preTest === postTest || outline.rules.success.assessments.includes(preTest))) throw credentialsErrors.PRE_TEST_COUNTS({ path: ['input', 'preTest'] });
  }
}
