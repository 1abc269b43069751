import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CatalogService } from '../catalog/catalog.service.js';
import { CourseVersions } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { SubmissionsService } from '../learning/submissions.service.js';
import { LOG } from '../platform/platform.module.js';
import { platformErrors } from '../platform/errors.js';
import { Problem } from '../platform/problem.js';
import { AnalysesStore } from './analyses.store.js';
import { statisticsErrors } from './errors.js';
import { type StatisticsFilter, wantedBy, wholeFilter } from './filter.js';
import { type Scope, ScopeService } from './scope.service.js';
import type { AnalysisRow } from './statistics.entity.js';
import { StatisticsWorkshop } from './workshop.js';

/** Attempts that came since are reckoned with by themselves once what is kept is so old, in milliseconds. */
export const staleAfter = 3 * 60 * 1000;
/** How long a request waits for an analysis that is made for the first time. */
const waitsFor = 8_000;
const mostUnderWay = 20;

/** What is known of an assessment's statistics now. `row` null: not computed yet, or nothing to compute. */
export interface Known { scope: Scope; row: AnalysisRow | null; /** attempts that are not in it */ newer: number; /** what is kept is not what would come out now */ stale: boolean; computing: boolean; /** share of the attempts that are read; null: not begun, or not under way */ progress: number | null; fault: Problem | null }
export interface Summary { assessment: string; title: string; passMark: number | null; attempts: number; row: AnalysisRow | null; newer: number }

/** Statistics of assessments: computed in the background, kept, and computed again when more was submitted. */
@Injectable()
export class StatisticsService {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #read = new Map<string, number>();
  readonly #faults = new Map<string, Problem>();

  constructor(
    private readonly catalog: CatalogService, private readonly versions: CourseVersions, private readonly submissions: SubmissionsService,
    private readonly scopes: ScopeService, private readonly store: AnalysesStore, private readonly workshop: StatisticsWorkshop, @Inject(LOG) private readonly log: Logger,
  ) {}

  /** null: there is no such course or assessment. What was never computed is computed now; what is a few minutes old and out of date, in the background. */
  async statistics(actor: Actor, courseId: string, assessmentId: string, filter: StatisticsFilter): Promise<Known | null> {
    const known = await this.#known(actor, courseId, assessmentId, filter);
    if (known === null || known.scope.attempts === 0) return known;
    if (known.row === null && known.fault === null) return this.#after(actor, this.#begin(actor, known.scope), known);
    if (known.row !== null && known.stale && age(known.row) >= staleAfter && this.#underWay.size < mostUnderWay) void this.#begin(actor, known.scope);
    return { ...known, computing: this.#underWay.has(keyOf(known.scope)) };
  }

  /** The same, computed anew from all that is there. Throws NOT_FOUND, STATISTICS_BUSY. */
  async recompute(actor: Actor, courseId: string, assessmentId: string, filter: StatisticsFilter): Promise<Known> {
    const known = await this.#known(actor, courseId, assessmentId, filter);
    if (known === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
    return known.scope.attempts === 0 ? known : this.#after(actor, this.#begin(actor, known.scope), known);
  }

  /** The background's turn: computes where enough has come since. false: it is too early, ask again. */
  async catchUp(actor: Actor, courseId: string, assessmentId: string, least: number): Promise<boolean> {
    const known = await this.#known(actor, courseId, assessmentId, wholeFilter);
    if (known === null || known.scope.attempts < least || !known.stale) return true;
    if (known.row !== null && age(known.row) < staleAfter) return false;
    await this.#begin(actor, known.scope);
    return true;
  }

  /** The assessments of a course's newest version, and others that were computed; null: there is no such course. */
  async course(actor: Actor, courseId: string): Promise<Summary[] | null> {
    if (await this.catalog.course(actor, courseId) === null) return null;
    const versions = await this.scopes.versionsOf(actor, courseId);
    const newest = versions[0] === undefined ? null : await this.versions.get(versions[0].id);
    const rows = await this.store.whole(actor.organisationId, courseId);
    const listed = new Map([
      ...rows.map(({ assessmentId, title, test }) => [assessmentId, { title, passMark: test.passMark }] as const),
      ...(newest?.course.units ?? []).flatMap(({ assessment }) => (assessment === null ? [] : [[assessment.id, { title: assessment.title, passMark: assessment.passMark }] as const])),
    ]);
    const counts = await this.submissions.counts(versions.map(({ id }) => id), { ...wantedBy(wholeFilter), assessmentIds: [...listed.keys()] });
    const order = [...new Set([...(newest?.course.units ?? []).flatMap(({ assessment }) => assessment?.id ?? []), ...listed.keys()])];
    const summaries = order.map((assessment): Summary => {
      const row = rows.find(({ assessmentId }) => assessmentId === assessment) ?? null;
      const attempts = counts.filter(({ assessmentId }) => assessmentId === assessment).reduce((sum, count) => sum + count.attempts, 0);
      return { assessment, title: listed.get(assessment)?.title ?? assessment, passMark: listed.get(assessment)?.passMark ?? null, attempts, row, newer: Math.max(0, attempts - (row?.attempts ?? 0)) };
    });
    // What was never computed is on its way for the next look; where too much is under way already it waits for the background's turn.
    for (const { assessment, attempts, row } of summaries) if (row === null && attempts > 0) void this.catchUp(actor, courseId, assessment, 1).catch(() => undefined);
    return summaries;
  }

  async #known(actor: Actor, courseId: string, assessmentId: string, filter: StatisticsFilter): Promise<Known | null> {
    const scope = await this.scopes.of(actor, courseId, assessmentId, filter);
    if (scope === null) return null;
    const row = await this.store.find(scope);
    const key = keyOf(scope);
    return { scope, row, newer: Math.max(0, scope.attempts - (row?.attempts ?? 0)), stale: row === null || row.attempts !== scope.attempts || row.basis !== scope.basis, computing: this.#underWay.has(key), progress: this.#progress(key, scope), fault: this.#faults.get(key) ?? null };
  }

  /** What is known once the work is done, or after a while of waiting as far as it is. */
  async #after(actor: Actor, work: Promise<void>, { scope }: Known): Promise<Known> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([work, new Promise<void>((resolve) => { timer = setTimeout(resolve, waitsFor); })]);
    clearTimeout(timer);
    const known = await this.#known(actor, scope.courseId, scope.assessment.id, scope.filter);
    if (known === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
    return known;
  }

  /** Two who ask for the same share the work. Never rejects: what goes wrong is kept as the fault. */
  #begin(actor: Actor, scope: Scope): Promise<void> {
    const key = keyOf(scope);
    const same = this.#underWay.get(key);
    if (same !== undefined) return same;
    if (this.#underWay.size >= mostUnderWay) throw statisticsErrors.STATISTICS_BUSY();
    const work = this.#compute(actor, scope, key).finally(() => {
      this.#underWay.delete(key);
      this.#read.delete(key);
    });
    this.#underWay.set(key, work);
    return work;
  }

  #progress(key: string, { attempts }: Scope): number | null {
    const read = this.#read.get(key);
    return read === undefined ? null : Math.min(1, read / Math.max(1, attempts));
  }

  async #compute(actor: Actor, scope: Scope, key: string): Promise<void> {
    try {
      await this.store.keep(scope, await this.workshop.analyse(await this.scopes.job(actor, scope), (attempts) => { this.#read.set(key, attempts); }));
      this.#faults.delete(key);
    } catch (fault) {
      if (!(fault instanceof Problem)) this.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'statistics were not computed');
      if (this.#faults.size > 1_000) this.#faults.clear();
      this.#faults.set(key, fault instanceof Problem ? fault : platformErrors.INTERNAL());
    }
  }
}

const keyOf = ({ organisationId, courseId, assessment, name }: Scope): string => JSON.stringify([organisationId, courseId, assessment.id, name]);
const age = ({ computedAt }: AnalysisRow): number => Date.now() - Date.parse(computedAt);
