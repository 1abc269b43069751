import { Inject, Injectable } from '@nestjs/common';
import { formSize, type Kept, type Solution } from '@preceptor/assessment/forms';
import type { Logger } from 'pino';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { newId, nowText } from '../../platform/ids.js';
import { LOG } from '../../platform/platform.module.js';
import { Problem } from '../../platform/problem.js';
import { BuildRow, type BuildTold, type PlanRow, type StoredForm } from '../assessments.entity.js';
import { assessmentsErrors } from '../errors.js';
import { PlansService } from '../plans/plans.service.js';
import { type Candidate, CandidatesService } from './candidates.service.js';
import { FormsService, isUnderWay } from './forms.service.js';
import { FormsWorkshop, leeway } from './workshop.js';

/** How long a request waits for forms before it answers that they are being built, in milliseconds. */
const waitsFor = 8_000;
/** Most that others who wait in line may take before, in seconds. */
const inLine = 300;
const nothing: BuildTold = { reason: null, conflict: [], nearest: null };

/** Builds a plan's forms in the background, and keeps what came of it. */
@Injectable()
export class FormsBuilder {
  constructor(private readonly database: Database, private readonly plans: PlansService, private readonly candidates: CandidatesService, private readonly forms: FormsService, private readonly workshop: FormsWorkshop, @Inject(LOG) private readonly log: Logger) {}

  of(planId: string): Promise<BuildRow | null> { return this.database.read.findOneBy(BuildRow, { planId }); }

  /** Begins to build, and waits a while for it. `seconds`: what the solver may take. */
  async build(actor: Actor, planId: string, revision: number, seconds: number): Promise<PlanRow> {
    const plan = await this.plans.must(actor, planId);
    if (plan.revision !== revision) throw platformErrors.CONFLICT({ says: 'Somebody else changed this blueprint meanwhile. Look at it again, then build.', path: ['revision'] });
    if (formSize(plan.blueprint) === 0) throw assessmentsErrors.BLUEPRINT_EMPTY();
    const buildId = newId();
    await this.#begin(actor, plan, buildId, seconds);
    const work = this.#run(actor, plan, buildId, seconds);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([work, new Promise<void>((resolve) => { timer = setTimeout(resolve, waitsFor); })]);
    clearTimeout(timer);
    return this.plans.must(actor, planId);
  }

  #begin(actor: Actor, plan: PlanRow, buildId: string, seconds: number): Promise<void> {
    return this.database.write(async (manager) => {
      await this.plans.locked(manager, actor, plan.id);
      if (isUnderWay(await manager.findOneBy(BuildRow, { planId: plan.id }))) throw assessmentsErrors.BUILD_UNDER_WAY();
      await manager.save(BuildRow, {
        planId: plan.id, organisationId: plan.organisationId, buildId, state: 'running', revision: plan.revision, startedAt: nowText(), seconds: null, settled: false, told: nothing,
        untilAt: new Date(Date.now() + (seconds + leeway + inLine) * 1000).toISOString(),
      });
    });
  }

  /** Never rejects: what goes wrong is kept as the build's. */
  async #run(actor: Actor, plan: PlanRow, buildId: string, seconds: number): Promise<void> {
    try {
      const items = await this.candidates.of(actor, plan);
      const before = await this.forms.of(plan);
      const solution = await this.workshop.solve({
        blueprint: plan.blueprint, items,
        options: { ...plan.wish, exposure: await this.candidates.exposure(items, plan.id), seed: `${plan.id}/${plan.formsRevision}`, timeLimit: seconds, kept: lockedIn(before) },
      });
      await this.#end(actor, plan, buildId, outcomeOf(solution, items), solution.outcome === 'solved' ? formsOf(solution, before) : null);
    } catch (fault) {
      if (!(fault instanceof Problem)) this.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'forms were not built');
      const reason = fault instanceof Problem ? fault.message : platformErrors.INTERNAL().message;
      await this.#end(actor, plan, buildId, { state: 'failed', seconds: null, settled: false, told: { ...nothing, reason } }, null).catch((second: unknown) => this.log.error({ fault: String(second) }, 'what came of building forms was not kept'));
    }
  }

  #end(actor: Actor, { id }: PlanRow, buildId: string, outcome: Pick<BuildRow, 'state' | 'seconds' | 'settled' | 'told'>, forms: StoredForm[] | null): Promise<void> {
    return this.database.write(async (manager) => {
      const plan = await this.plans.locked(manager, actor, id);
      const build = await manager.findOneBy(BuildRow, { planId: id });
      if (build === null || build.buildId !== buildId) return;
      await manager.save(BuildRow, { ...build, ...outcome, untilAt: nowText() });
      if (forms !== null) await this.forms.put(manager, actor, plan, forms);
    });
  }
}

const lockedIn = (forms: readonly StoredForm[]): Kept[] => forms.flatMap(({ sections }, form) => sections.flatMap(({ id, items }) => items.filter(({ locked }) => locked).map((item) => ({ form, section: id, item: item.id }))));

/** The forms that were found; what was locked stays so. */
function formsOf({ forms }: Extract<Solution, { outcome: 'solved' }>, before: readonly StoredForm[]): StoredForm[] {
  const locked = new Set(lockedIn(before).map(({ form, item }) => `${form} ${item}`));
  return forms.map(({ id, sections }, form) => ({ id, sections: sections.map((section) => ({ id: section.id, items: section.items.map((item) => ({ id: item, locked: locked.has(`${form} ${item}`) })) })) }));
}

function outcomeOf(solution: Solution, items: readonly Candidate[]): Pick<BuildRow, 'state' | 'seconds' | 'settled' | 'told'> {
  const { seconds } = solution;
  if (solution.outcome === 'solved') return { state: 'solved', seconds, settled: solution.settled, told: nothing };
  const named = namesIn(items);
  if (solution.outcome === 'out-of-time') return { state: 'out-of-time', seconds, settled: false, told: { ...nothing, reason: solution.reason } };
  const { reason, conflict, nearest } = solution;
  return {
    state: 'impossible', seconds, settled: false,
    told: { reason: named(reason), conflict: conflict.map(({ words }) => named(words)), nearest: nearest === null ? null : { ...nearest, changes: nearest.changes.map(({ words }) => named(words)) } },
  };
}

/** Puts the items' names in place of their ids in a sentence. */
export function namesIn(items: readonly Candidate[]): (sentence: string) => string {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return (sentence) => sentence.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id);
}
