import { Injectable } from '@nestjs/common';
import { emptyState, openingsOf, type ReleaseRule, type ReleaseSchedule } from '@preceptor/tracking';
import { z } from 'zod';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { ReleasesService } from '../learning/release/releases.service.js';
import { calendarDay } from '../platform/calendar-day.js';
import { platformErrors } from '../platform/errors.js';
import { found } from '../platform/found.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import type { CohortRow } from './cohorts.entity.js';
import { CohortsService } from './cohorts.service.js';
import { type CohortRelease, ReleaseKind } from './release.types.js';

const dates = z.array(z.object({ unit: z.string().max(200), on: calendarDay })).max(500);
const kinds: Record<ReleaseRule['kind'], ReleaseKind> = { all: ReleaseKind.ALL, weekly: ReleaseKind.WEEKLY, dates: ReleaseKind.DATES, 'after-previous': ReleaseKind.AFTER_PREVIOUS };
const words: Record<ReleaseKind, string> = { ALL: 'all at once', WEEKLY: 'one each week', DATES: 'each on its day', AFTER_PREVIOUS: 'each after the one before' };

/** When the units of a cohort's course open, as its coordinator sets it; learning keeps it and holds learners to it. */
@Injectable()
export class ReleaseService {
  constructor(private readonly store: CohortStore, private readonly cohorts: CohortsService, private readonly releases: ReleasesService, private readonly versions: CourseVersions) {}

  async of({ id, courseVersionId, startsOn, timeZone }: Pick<CohortRow, 'id' | 'courseVersionId' | 'startsOn' | 'timeZone'>): Promise<CohortRelease> {
    const { outline, courseId } = await this.#version(courseVersionId);
    const schedule = await this.releases.ofCohort(id, courseId) ?? { rule: { kind: 'all' as const }, startsOn, timeZone };
    const openings = openingsOf(outline, emptyState(), schedule, new Date());
    return { kind: kinds[schedule.rule.kind], units: outline.units.map(({ id: unit, title }, index) => ({ unit, title, opensOn: openings[index]?.opensOn ?? null })) };
  }

  async set(actor: Actor, cohortId: string, revision: number, kind: ReleaseKind, opensOn: { unit: string; on: string }[]): Promise<CohortRow> {
    const days = parseInput(dates, opensOn, 'opensOn');
    const cohort = found(await this.cohorts.cohort(actor, cohortId));
    const { outline, courseId } = await this.#version(cohort.courseVersionId);
    const strange = days.findIndex(({ unit }) => outline.units.every(({ id }) => id !== unit));
    if (strange !== -1) throw platformErrors.NOT_FOUND({ says: 'The course has no such unit.', path: ['opensOn', String(strange), 'unit'] });
    if (kind === ReleaseKind.WEEKLY && cohort.startsOn === null) throw platformErrors.BAD_INPUT({ says: 'Give the cohort a first day first: weeks are counted from it.', path: ['kind'] });
    const rule = ruleOf(kind, days);
    const before = await this.releases.ofCohort(cohortId, courseId);
    const saved = await this.store.change(actor, cohortId, revision, async (current, manager) => {
      await this.releases.set(manager, cohortId, courseId, { rule, startsOn: current.startsOn, timeZone: current.timeZone });
      const [was, is] = [inWords(before?.rule ?? { kind: 'all' }), inWords(rule)];
      return { changes: was === is ? [] : [{ field: 'release', before: was, after: is }] };
    });
    await this.releases.changed(cohortId);
    return saved;
  }

  async #version(id: string): Promise<LoadedVersion> { return found(await this.versions.get(id)); }
}

function ruleOf(kind: ReleaseKind, days: { unit: string; on: string }[]): ReleaseRule {
  switch (kind) {
    case ReleaseKind.ALL: return { kind: 'all' };
    case ReleaseKind.WEEKLY: return { kind: 'weekly' };
    case ReleaseKind.DATES: return { kind: 'dates', opensOn: Object.fromEntries(days.map(({ unit, on }) => [unit, on])) };
    case ReleaseKind.AFTER_PREVIOUS: return { kind: 'after-previous' };
  }
}

export function inWords(rule: ReleaseSchedule['rule']): string {
  const kind = words[kinds[rule.kind]];
  return rule.kind === 'dates' ? [kind, ...Object.entries(rule.opensOn).map(([unit, on]) => `${unit} on ${on}`)].join(', ') : kind;
}
