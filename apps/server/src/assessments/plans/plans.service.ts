import { Injectable } from '@nestjs/common';
import { formSize } from '@preceptor/assessment/forms';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BanksService } from '../../authoring/banks/banks.service.js';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { LoadedVersion } from '../../catalog/course-versions.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { BuildRow, FormItemRow, PanelItemRow, PanelistRow, PanelRow, PlanRow, PublicationRow, RatingRow } from '../assessments.entity.js';
import { blueprintOf, wishOf } from './blueprint-input.js';
import { givenOf, newPlan, planChange } from './plan-input.js';

const usualWish = { forms: 1, overlap: 0, mostUse: 1 };
const usualBlueprint = { sections: [{ id: 'questions', title: 'Questions', count: 10, shuffle: true, of: {} }], rules: [], apart: [], seconds: null };

/** Plans of assessments, of the actor's organisation. */
@Injectable()
export class PlansService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly banks: BanksService, private readonly audit: AuditService) {}

  /** A page of plans, those changed last first; one row more than asked for where more follow. */
  async page(actor: Actor, courseId: string | null, { first, after }: Page): Promise<{ rows: PlanRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(PlanRow, 'p').where('p.organisationId = :organisation', { organisation: actor.organisationId });
    if (courseId !== null) query.andWhere('p.courseId = :courseId', { courseId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(p.updatedAt, p.id) < (:at, :id)', { at: after[0], id: after[1] });
    return { rows: await query.orderBy('p.updatedAt', 'DESC').addOrderBy('p.id', 'DESC').limit(first + 1).getMany(), total };
  }

  async find(actor: Actor, id: string): Promise<PlanRow | null> {
    return isId(id) ? this.database.read.findOneBy(PlanRow, { id, organisationId: actor.organisationId }) : null;
  }

  /** NOT_FOUND where the actor's organisation has no such plan. */
  async must(actor: Actor, id: string): Promise<PlanRow> {
    const plan = await this.find(actor, id);
    if (plan === null) throw platformErrors.NOT_FOUND({ path: ['plan'] });
    return plan;
  }

  /** The newest version of a plan's course. */
  async course(actor: Actor, courseId: string): Promise<LoadedVersion> {
    const latest = await this.catalog.latest(actor, courseId);
    if (latest === null) throw platformErrors.NOT_FOUND({ path: ['input', 'course'] });
    return this.catalog.loaded(actor, latest.id);
  }

  /** `input`: as `newPlan` has it. */
  async create(actor: Actor, input: unknown): Promise<PlanRow> {
    const { course: courseId, title, unit, purpose, ...rest } = parseInput(newPlan, input, 'input');
    const { course } = await this.course(actor, courseId);
    await this.#checkBanks(actor, rest.banks ?? []);
    const taken = assessmentOf(course, unit);
    const at = nowText();
    const row: PlanRow = {
      id: newId(), organisationId: actor.organisationId, courseId, unit, name: taken ?? nameOf(title, unit), title, purpose, intro: rest.intro ?? '',
      passMark: rest.passMark === undefined ? (purpose === 'quiz' || purpose === 'final' ? 0.8 : null) : rest.passMark, passMarkPanel: null, maxAttempts: rest.maxAttempts ?? null,
      timeLimitSeconds: rest.timeLimitSeconds ?? null, feedback: rest.feedback ?? (purpose === 'quiz' ? 'immediate' : 'after-submit'), navigation: rest.navigation ?? 'free',
      required: rest.required ?? (purpose === 'quiz' || purpose === 'final'), banks: rest.banks ?? [],
      blueprint: rest.blueprint === undefined ? usualBlueprint : blueprintOf(rest.blueprint, 'input', 'blueprint'), wish: rest.wish === undefined ? usualWish : wishOf(rest.wish, 'input', 'wish'),
      revision: 1, formsRevision: 0, formsBefore: null, createdAt: at, updatedAt: at, updatedBy: actor.accountId,
    };
    await this.database.write(async (manager) => {
      await manager.insert(PlanRow, row);
      await this.audit.record(manager, actor, { action: 'assessment-plan.made', subject: subjectOf(row), after: row });
    });
    return row;
  }

  /** `input`: as `planChange` has it. CONFLICT where somebody else changed the plan since `revision`. */
  async change(actor: Actor, id: string, revision: number, input: unknown): Promise<PlanRow> {
    const { blueprint, wish, ...rest } = parseInput(planChange, input, 'input');
    if (rest.banks !== undefined) await this.#checkBanks(actor, rest.banks);
    const known = await this.must(actor, id);
    const unit = rest.unit ?? known.unit;
    const named = unit === known.unit ? null : assessmentOf((await this.course(actor, known.courseId)).course, unit);
    return this.write(actor, id, revision, (plan) => ({
      ...givenOf(rest), ...(named === null ? {} : { name: named }), ...(rest.passMark === undefined || rest.passMark === plan.passMark ? {} : { passMarkPanel: null }),
      ...(blueprint === undefined ? {} : { blueprint: blueprintOf(blueprint, 'input', 'blueprint') }), ...(wish === undefined ? {} : { wish: wishOf(wish, 'input', 'wish') }),
    }));
  }

  /** Changes a plan that is as its caller knows it. */
  write(actor: Actor, id: string, revision: number, made: (plan: PlanRow) => Partial<PlanRow>): Promise<PlanRow> {
    return this.database.write(async (manager) => {
      const plan = await this.locked(manager, actor, id);
      if (plan.revision !== revision) throw platformErrors.CONFLICT({ says: 'Somebody else changed this assessment meanwhile. Look at it again, then repeat your change.', path: ['revision'] });
      const next = { ...plan, ...made(plan), revision: revision + 1, updatedAt: nowText(), updatedBy: actor.accountId };
      await manager.save(PlanRow, next);
      const changed = Object.keys(next).filter((key) => !['revision', 'updatedAt', 'updatedBy'].includes(key) && JSON.stringify(next[key as keyof PlanRow]) !== JSON.stringify(plan[key as keyof PlanRow]));
      const told = (row: PlanRow) => Object.fromEntries(changed.map((key) => [key, row[key as keyof PlanRow]]));
      await this.audit.record(manager, actor, { action: 'assessment-plan.changed', subject: subjectOf(next), before: told(plan), after: told(next) });
      return next;
    });
  }

  /** A plan as it is in this transaction; nobody else changes it until that ends. */
  async locked(manager: EntityManager, actor: Actor, id: string): Promise<PlanRow> {
    const where = { id, organisationId: actor.organisationId };
    const plan = isId(id) ? await manager.findOne(PlanRow, { where, ...(this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' as const } } : {}) }) : null;
    if (plan === null) throw platformErrors.NOT_FOUND({ path: ['plan'] });
    return plan;
  }

  /** Removes a plan with its forms and panels. What was published of it stays as it is. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.database.write(async (manager) => {
      const plan = await this.locked(manager, actor, id);
      const panels = (await manager.findBy(PanelRow, { planId: id })).map((panel) => panel.id);
      if (panels.length > 0) for (const entity of [RatingRow, PanelItemRow, PanelistRow]) await manager.delete(entity, { panelId: In(panels) });
      for (const entity of [PanelRow, FormItemRow, BuildRow, PublicationRow]) await manager.delete(entity, { planId: id });
      await manager.delete(PlanRow, { id });
      await this.audit.record(manager, actor, { action: 'assessment-plan.deleted', subject: subjectOf(plan), before: plan });
    });
  }

  /** How many forms a plan has, and how many questions each; batched within a request. */
  async size(actor: Actor, { id, blueprint }: Pick<PlanRow, 'id' | 'blueprint'>): Promise<{ forms: number; items: number; wanted: number }> {
    const found = await actor.loader('assessments.size', async (ids) => {
      const rows: { plan: string; forms: number | string; items: number | string }[] = await this.database.read.createQueryBuilder(FormItemRow, 'f').select('f.planId', 'plan')
        .addSelect('COUNT(DISTINCT f.form)', 'forms').addSelect('COUNT(*)', 'items').where('f.planId IN (:...ids)', { ids: [...ids] }).groupBy('f.planId').getRawMany();
      return new Map(rows.map((row) => [row.plan, { forms: Number(row.forms), items: Number(row.items) }]));
    }).load(id);
    return { forms: found?.forms ?? 0, items: found === null ? 0 : Math.round(found.items / found.forms), wanted: formSize(blueprint) };
  }

  /** What was last published of a plan; batched within a request. */
  async published(actor: Actor, planId: string): Promise<PublicationRow | null> {
    return actor.loader('assessments.published', async (ids) => {
      const rows = await this.database.read.createQueryBuilder(PublicationRow, 'p').where('p.planId IN (:...ids)', { ids: [...ids] })
        .andWhere((outer) => `p.id = ${outer.subQuery().select('MAX(n.id)').from(PublicationRow, 'n').where('n.planId = p.planId').getQuery()}`).getMany();
      return new Map(rows.map((row) => [row.planId, row]));
    }).load(planId);
  }

  async #checkBanks(actor: Actor, banks: readonly string[]): Promise<void> {
    for (const [index, id] of banks.entries()) if (await this.banks.find(actor, id) === null) throw platformErrors.NOT_FOUND({ path: ['input', 'banks', String(index)] });
  }
}

const subjectOf = ({ id, title }: PlanRow) => ({ type: 'assessment-plan', id, label: title });

/** The id of the assessment that a unit has; null: none. BAD_INPUT where the course has no such unit. */
function assessmentOf(course: LoadedVersion['course'], unitId: string): string | null {
  const unit = course.units.find(({ id }) => id === unitId);
  if (unit === undefined) throw platformErrors.BAD_INPUT({ says: 'The newest version of this course has no such unit.', path: ['input', 'unit'] });
  return unit.assessment?.id ?? null;
}

/** A title as an id of a course. */
function nameOf(title: string, unit: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
  return `${plain === '' ? 'assessment' : plain}-${unit}`.slice(0, 64).replace(/-+$/, '');
}
