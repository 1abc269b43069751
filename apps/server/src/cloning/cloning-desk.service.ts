import { Injectable } from '@nestjs/common';
import { dayIn, daysAfter, isWeekend, shiftedByDays } from '@preceptor/tracking';
import { CourseVersions } from '../catalog/course-versions.js';
import { CloningService } from '../cohorts/cloning.service.js';
import { CohortsService, type KnownCohort } from '../cohorts/cohorts.service.js';
import { DeadlinesService } from '../cohorts/deadlines.service.js';
import { clonedCohort } from '../cohorts/new-cohort.js';
import { CompletionRulesService } from '../completion/rules.service.js';
import { SettingsService as CertificateSettings } from '../credentials/issuing/settings.service.js';
import { DaysOffService } from '../days-off/days-off.service.js';
import { EvaluationService } from '../evaluation/evaluation.service.js';
import { GradebookSettingsService } from '../gradebook/settings.service.js';
import type { Actor } from '../identity/actor.js';
import { LiveSessionsService } from '../live-sessions/live-sessions.service.js';
import { calendarDay } from '../platform/calendar-day.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { parseInput } from '../platform/parse.js';
import { RulesOfReminders } from '../reminders/rules.service.js';
import { type ClonedDay, ClonedDayKind, type ClonePreview } from './cloning.types.js';

type Planned = Omit<ClonedDay, 'weekend' | 'dayOff'>;
const leaves = ['Learners, the waiting list, attendance, marks, answers and certificates', 'Sessions that were cancelled', 'Rules and accommodations of assessments that were set for this cohort alone', 'More time that was given to one person'];

/** Makes a cohort like another: every module copies what is its own, all or nothing. */
@Injectable()
export class CloningDesk {
  constructor(
    private readonly database: Database, private readonly cohorts: CohortsService, private readonly cloning: CloningService, private readonly deadlines: DeadlinesService, private readonly versions: CourseVersions,
    private readonly sessions: LiveSessionsService, private readonly completion: CompletionRulesService, private readonly evaluation: EvaluationService, private readonly gradebook: GradebookSettingsService,
    private readonly certificates: CertificateSettings, private readonly reminders: RulesOfReminders, private readonly daysOff: DaysOffService,
  ) {}

  async clone(actor: Actor, id: string, input: { name: string; startsOn?: string | null }): Promise<KnownCohort> {
    const { name, startsOn } = parseInput(clonedCohort, input, 'input');
    const from = await this.#cohort(actor, id);
    const days = this.cloning.days(from, startsOn);
    const releases = await this.cloning.release(actor, id, days.by);
    return this.database.write(async (manager) => {
      const made = await this.cloning.copy(manager, actor, from, name, days, releases);
      const sessions = await this.sessions.copy(manager, actor, from.id, made.id, days.by);
      await this.completion.copy(manager, actor, from.id, made.id);
      await this.evaluation.copy(manager, actor, from.id, made.id);
      await this.gradebook.copy(manager, actor, from.id, made.id, sessions);
      await this.certificates.copy(manager, actor, from.id, made.id);
      await this.reminders.copy(manager, actor, from.id, made.id);
      return made;
    });
  }

  /** What `clone` would make, with the days that fall on a weekend or a day off. Nothing is written. */
  async preview(actor: Actor, id: string, first: string | null): Promise<ClonePreview> {
    const startsOn = parseInput(calendarDay.nullable(), first, 'startsOn');
    const from = await this.#cohort(actor, id);
    const { by, endsOn } = this.cloning.days(from, startsOn);
    const sessions = (await this.sessions.ofCohort(actor, id)).filter(({ cancelled }) => !cancelled);
    const planned: Planned[] = [
      ...(startsOn === null ? [] : [{ kind: ClonedDayKind.FIRST, title: '', before: from.startsOn, day: startsOn }]),
      ...await this.#openings(actor, from, by),
      ...(await this.deadlines.ofCohort(from)).flatMap(({ title, dueOn }) => (dueOn === null ? [] : [{ kind: ClonedDayKind.DUE, title, before: dueOn, day: daysAfter(dueOn, by) }])),
      ...sessions.map(({ title, timeZone, startsAt }) => ({ kind: ClonedDayKind.SESSION, title, before: dayIn(timeZone, new Date(startsAt)), day: dayIn(timeZone, new Date(shiftedByDays(timeZone, startsAt, by))) })),
      ...(endsOn === null ? [] : [{ kind: ClonedDayKind.LAST, title: '', before: from.endsOn, day: endsOn }]),
    ];
    const days = await Promise.all(planned.map(async (one) => ({ ...one, weekend: isWeekend(one.day), dayOff: await this.daysOff.nameOf(actor, one.day) })));
    return { shiftedBy: by, days: days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), brings: await this.#brings(actor, id, sessions.length), leaves };
  }

  async #openings(actor: Actor, { id, courseVersionId }: KnownCohort, by: number): Promise<Planned[]> {
    const titles = new Map((await this.versions.get(courseVersionId))?.outline.units.map((unit) => [unit.id, unit.title]) ?? []);
    return (await this.cloning.release(actor, id, by)).flatMap(({ rule }) => (rule.kind !== 'dates' ? [] : Object.entries(rule.opensOn).map(([unit, day]) => ({ kind: ClonedDayKind.OPENS, title: titles.get(unit) ?? unit, before: daysAfter(day, -by), day }))));
  }

  async #brings(actor: Actor, id: string, sessions: number): Promise<string[]> {
    const [rule, forms, weights, certificates, reminders] = await Promise.all([this.completion.rule(actor, id), this.evaluation.saved(actor, id), this.gradebook.isSet(actor, id), this.certificates.of(actor, id), this.reminders.of(actor, id)]);
    const reminded = reminders.filter(({ enabled }) => enabled).length;
    return [
      'Settings, facilitators and groups, when units open and by when they are due',
      ...(sessions === 0 ? [] : [sessions === 1 ? '1 session, at the same time of day' : `${sessions} sessions, each at the same time of day`]),
      ...(rule.revision === 0 ? [] : ['What completing it asks for']),
      ...(forms === 0 ? [] : [forms === 1 ? '1 evaluation form, without an answer' : `${forms} evaluation forms, without an answer`]),
      ...(weights ? ['Weights and categories of the gradebook'] : []),
      ...(certificates === null ? [] : ['How certificates come about']),
      ...(reminded === 0 ? [] : [reminded === 1 ? '1 reminder' : `${reminded} reminders`]),
    ];
  }

  async #cohort(actor: Actor, id: string): Promise<KnownCohort> {
    const from = await this.cohorts.cohort(actor, id);
    if (from === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return from;
  }
}
