import { Injectable } from '@nestjs/common';
import { type Assessment, correctedItem, type Item } from '@preceptor/assessment';
import { CatalogService } from '../catalog/catalog.service.js';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import { placedItems } from '../catalog/version-view.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../identity/actor.js';
import { CorrectionsService } from '../learning/corrections.service.js';
import { type SubmissionCount, SubmissionsService } from '../learning/submissions.service.js';
import { platformErrors } from '../platform/errors.js';
import { canonical, type StatisticsFilter, wantedBy } from './filter.js';
import type { AnalysisJob } from './job.js';

/** The newest versions of a course of which attempts are read, and the most cohorts that are called by name. */
const mostVersions = 60;
const mostCohorts = 500;

/** What one analysis is about, and how many attempts there are now. */
export interface Scope {
  organisationId: string;
  courseId: string;
  assessment: Pick<Assessment, 'id' | 'title' | 'passMark'>;
  filter: StatisticsFilter;
  /** `canonical` of the filter. */
  name: string;
  counts: SubmissionCount[];
  attempts: number;
  basis: string;
}
interface VersionName { id: string; number: number }

/** Finds what an analysis is about among courses, versions, cohorts and attempts, as far as the actor's organisation has them. */
@Injectable()
export class ScopeService {
  constructor(private readonly catalog: CatalogService, private readonly versions: CourseVersions, private readonly cohorts: CohortsService, private readonly submissions: SubmissionsService, private readonly corrections: CorrectionsService) {}

  /** null: the organisation has no such course, or the course no such assessment. Throws NOT_FOUND for a version or cohort that is not there. A bounded number of statements. */
  async of(actor: Actor, courseId: string, assessmentId: string, filter: StatisticsFilter): Promise<Scope | null> {
    if (await this.catalog.course(actor, courseId) === null) return null;
    const all = await this.versionsOf(actor, courseId);
    const chosen = all.filter(({ id }) => filter.version === null || id === filter.version);
    if (filter.version !== null && chosen.length === 0) throw platformErrors.NOT_FOUND({ path: ['filter', 'version'] });
    for (const name of ['cohort', 'reference', 'focal'] as const) {
      const id = filter[name];
      if (id !== null && await this.cohorts.cohort(actor, id) === null) throw platformErrors.NOT_FOUND({ path: ['filter', name] });
    }
    const found = await this.submissions.counts(chosen.map(({ id }) => id), { ...wantedBy(filter), assessmentIds: [assessmentId] });
    const assessment = await this.#assessment(assessmentId, [chosen[0]?.id, all[0]?.id, found[0]?.courseVersionId]);
    if (assessment === null) return null;
    const { id, title, passMark } = assessment;
    const corrections = await this.corrections.ofAll(found.map(({ courseVersionId }) => courseVersionId));
    const pending = found.reduce((sum, count) => sum + count.pending, 0);
    return {
      organisationId: actor.organisationId, courseId, assessment: { id, title, passMark }, filter, name: canonical(filter), counts: found,
      attempts: found.reduce((sum, { attempts }) => sum + attempts, 0), basis: JSON.stringify([pending, [...corrections].map(([version, items]) => [version, [...items].sort()]).sort()]),
    };
  }

  /** The newest versions, newest first. */
  async versionsOf(actor: Actor, courseId: string): Promise<VersionName[]> {
    return (await this.catalog.versionsOf(actor, courseId, { first: mostVersions, after: null })).rows.slice(0, mostVersions);
  }

  /** What a worker needs to analyse this. */
  async job(actor: Actor, { courseId, assessment, filter, counts, attempts }: Scope): Promise<AnalysisJob> {
    const counted = new Set(counts.map(({ courseVersionId }) => courseVersionId));
    const names = (await this.versionsOf(actor, courseId)).filter(({ id }) => counted.has(id));
    const loaded = (await Promise.all(names.map(({ id }) => this.versions.get(id)))).filter((version) => version !== null);
    const corrections = await this.corrections.ofAll(loaded.map(({ id }) => id));
    const cohortIds = await this.submissions.cohortsOf([...counted], mostCohorts);
    return {
      wanted: { ...wantedBy(filter), assessmentId: assessment.id }, versions: names.map(({ id, number }) => ({ id, name: String(number) })), ...itemsOf(loaded),
      now: itemsNow(loaded, corrections), cohortNames: unlike(await Promise.all(cohortIds.map(async (id): Promise<[string, string]> => [id, (await this.cohorts.cohort(actor, id))?.name ?? 'Another cohort']))),
      passMark: assessment.passMark, compare: filter.reference === null || filter.focal === null ? null : { reference: filter.reference, focal: filter.focal }, attempts,
    };
  }

  async #assessment(assessmentId: string, versionIds: (string | undefined)[]): Promise<Assessment | null> {
    for (const id of new Set(versionIds)) {
      const version = id === undefined ? null : await this.versions.get(id);
      const found = version?.course.units.find((unit) => unit.assessment?.id === assessmentId)?.assessment;
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }
}

/** Each item once, however many versions have it. */
function itemsOf(versions: readonly LoadedVersion[]): Pick<AnalysisJob, 'items' | 'itemsOf'> {
  const places = new Map<string, number>();
  const items: Item[] = [];
  const place = (item: Item): number => {
    const text = JSON.stringify([item.kind, item.content, item.key]);
    const known = places.get(text) ?? items.push(item) - 1;
    places.set(text, known);
    return known;
  };
  return { items, itemsOf: Object.fromEntries(versions.map(({ id, course }) => [id, Object.fromEntries(placedItems(course).map(({ item }) => [item.id, place(item)]))])) };
}

/** Newest first: the first version that has an item says what it is like. */
function itemsNow(versions: readonly LoadedVersion[], corrections: Awaited<ReturnType<CorrectionsService['ofAll']>>): AnalysisJob['now'] {
  const now = new Map<string, AnalysisJob['now'][string]>();
  for (const { id, course } of versions) {
    for (const { item, unit } of placedItems(course)) if (!now.has(item.id)) now.set(item.id, { item: correctedItem(item, corrections.get(id)?.get(item.id) ?? null), unit });
  }
  return Object.fromEntries(now);
}

/** Cohorts of one name are told apart by a number. */
function unlike(names: readonly [string, string][]): Record<string, string> {
  const met = new Map<string, number>();
  return Object.fromEntries(names.map(([id, name]) => {
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return [id, times === 1 ? name : `${name} (${times})`];
  }));
}
