import { Injectable } from '@nestjs/common';
import type { FormItem } from '@preceptor/assessment/forms';
import { type ApprovedFields, ApprovedItems } from '../../authoring/approved-items.js';
import { BanksService } from '../../authoring/banks/banks.service.js';
import type { LoadedVersion } from '../../catalog/course-versions.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { type ItemFigures, ItemFiguresService } from '../../statistics/item-figures.service.js';
import { FormItemRow, type PlanRow } from '../assessments.entity.js';
import { PlansService } from '../plans/plans.service.js';

/** An approved item with what is known of how it did. `id` is that of the bank's item, `bank` the bank's name. */
export interface Candidate extends FormItem { name: string; stem: string; bankId: string; version: number; retired: boolean; /** in how many forms of all plans it stands */ uses: number; /** attempts in which it was given */ answers: number }
/** What one form that was not given yet wears an item out, in answers. */
const answersOfForm = 25;
/** From how many answers on a facility is taken before what the item's label stands for. */
const enough = 30;

/** Items that an assessment may use. */
@Injectable()
export class CandidatesService {
  constructor(private readonly database: Database, private readonly approved: ApprovedItems, private readonly banks: BanksService, private readonly figures: ItemFiguresService, private readonly plans: PlansService) {}

  /** The banks that a plan draws from: those named, else all of its course. */
  async banksOf(actor: Actor, { courseId, banks }: Pick<PlanRow, 'courseId' | 'banks'>): Promise<Awaited<ReturnType<BanksService['ofCourse']>>> {
    if (banks.length === 0) return this.banks.ofCourse(actor, courseId);
    return (await Promise.all(banks.map((id) => this.banks.find(actor, id)))).filter((bank) => bank !== null);
  }

  /** Every item that a plan's forms may be built of. A bounded number of statements. */
  async of(actor: Actor, plan: Pick<PlanRow, 'courseId' | 'banks'>): Promise<Candidate[]> {
    return this.#known(actor, plan.courseId, await this.approved.ofBanks(actor, await this.banksOf(actor, plan)));
  }

  /** Some approved items of the organisation, whether or not the plan draws from their banks. */
  async byIds(actor: Actor, courseId: string, ids: readonly string[]): Promise<Candidate[]> {
    return this.#known(actor, courseId, await this.approved.byIds(actor, ids));
  }

  /** How worn each item is, for the solver: answers so far, and forms of other plans. */
  async exposure(candidates: readonly Candidate[], planId: string): Promise<Record<string, number>> {
    const own: { item: string; uses: number | string }[] = await this.database.read.createQueryBuilder(FormItemRow, 'f').select('f.itemId', 'item').addSelect('COUNT(*)', 'uses')
      .where('f.planId = :planId', { planId }).groupBy('f.itemId').getRawMany();
    const uses = new Map(own.map((row) => [row.item, Number(row.uses)]));
    return Object.fromEntries(candidates.map((item) => [item.id, item.answers + answersOfForm * (item.uses - (uses.get(item.id) ?? 0))]));
  }

  async #known(actor: Actor, courseId: string, items: readonly ApprovedFields[]): Promise<Candidate[]> {
    const [{ course }, figures, uses] = await Promise.all([this.plans.course(actor, courseId), this.figures.ofItems(actor, courseId, items.map(({ name }) => name)), this.#uses(actor)]);
    const units = unitsByStatement(course);
    return items.map((item) => candidateOf(item, units, figures.get(item.name), uses.get(item.itemId) ?? 0));
  }

  async #uses(actor: Actor): Promise<Map<string, number>> {
    const rows: { item: string; uses: number | string }[] = await this.database.read.createQueryBuilder(FormItemRow, 'f').select('f.itemId', 'item').addSelect('COUNT(*)', 'uses')
      .where('f.organisationId = :organisation', { organisation: actor.organisationId }).groupBy('f.itemId').getRawMany();
    return new Map(rows.map((row) => [row.item, Number(row.uses)]));
  }
}

/** A bank of the whole course says nothing of units: then the lessons that teach what an item asks do. */
function candidateOf({ itemId, unit, ...item }: ApprovedFields, units: ReadonlyMap<string, string>, figures: ItemFigures | undefined, uses: number): Candidate {
  const taught = item.statements.flatMap((statement) => units.get(statement) ?? [])[0] ?? null;
  return { ...item, id: itemId, unit: unit ?? taught, facility: (figures?.attempts ?? 0) < enough ? null : figures?.facility ?? null, seconds: figures?.seconds ?? null, answers: figures?.attempts ?? 0, uses };
}

function unitsByStatement(course: LoadedVersion['course']): Map<string, string> {
  const units = new Map<string, string>();
  for (const unit of course.units) for (const { statements } of unit.lessons) for (const statement of statements) if (!units.has(statement)) units.set(statement, unit.id);
  return units;
}
