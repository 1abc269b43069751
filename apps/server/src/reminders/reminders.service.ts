import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dayIn, type StandingFacts } from '@preceptor/tracking';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { LiveSessionsService } from '../live-sessions/live-sessions.service.js';
import { MailService, type NewMail, type Overtaken } from '../mail/mail.service.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { Schedule } from '../schedule/schedule.js';
import { deadlineIsNear, isBehind, startIsNear } from './due.js';
import type { ReminderRuleRow } from './reminders.entity.js';
import { RulesOfReminders } from './rules.service.js';
import { dayWords, momentWords } from './words.js';

const every = 15 * 60;
const rulesAtOnce = 200;
const learnersAtOnce = 500;
type Cohort = NonNullable<Awaited<ReturnType<CohortsService['cohort']>>>;

/**
 * Looks every quarter of an hour of what anybody is to be reminded, and queues it. A reminder's key says of what it
 * reminds (an enrolment's due day, a session's beginning), so that looking twice, or on two servers, queues it once.
 */
@Injectable()
export class RemindersService implements OnModuleInit {
  constructor(
    private readonly rules: RulesOfReminders, private readonly cohorts: CohortsService, private readonly enrolments: EnrolmentsService, private readonly sessions: LiveSessionsService, private readonly identity: IdentityService,
    private readonly mail: MailService, private readonly database: Database, private readonly schedule: Schedule, @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.schedule.every('reminders', every, async (signal) => { await this.round(new Date(), signal); });
    this.mail.askBeforeSending(['reminder-starts', 'reminder-behind', 'reminder-session', 'reminder-deadline'], (mail) => this.#overtaken(mail));
  }

  /** Queues all that is due at `now`; says how many. */
  async round(now: Date = new Date(), signal?: AbortSignal): Promise<number> {
    let queued = 0;
    for (let after = ''; ;) {
      const found = await this.rules.enabled(after, rulesAtOnce);
      // The last cohort of a full page may have more rules than fit on it.
      const last = found.at(-1)?.cohortId;
      const whole = found.length < rulesAtOnce ? found : found.filter(({ cohortId }) => cohortId !== last);
      for (const cohortId of new Set(whole.map((rule) => rule.cohortId))) {
        if (signal?.aborted === true) return queued;
        queued += await this.#cohort(whole.filter((rule) => rule.cohortId === cohortId), now);
        after = cohortId;
      }
      if (found.length < rulesAtOnce) return queued;
    }
  }

  async #cohort(rules: readonly ReminderRuleRow[], now: Date): Promise<number> {
    const [{ organisationId, cohortId } = { organisationId: '', cohortId: '' }] = rules;
    const actor = Actor.system(organisationId);
    const cohort = await this.cohorts.cohort(actor, cohortId);
    if (cohort === null || cohort.archivedAt !== null) return 0;
    // Whoever has withdrawn keeps her place in the list and is told nothing.
    const enrolments = (await this.enrolments.inCohorts(actor, [cohort.id])).filter(({ withdrawnAt }) => withdrawnAt === null);
    const told = await this.mail.lastQueued(cohort.id, 'reminder-behind');
    const near = await this.#sessions(rules, cohort.id, now);
    let queued = 0;
    for (let from = 0; from < enrolments.length; from += learnersAtOnce) {
      const part = enrolments.slice(from, from + learnersAtOnce);
      const languages = await this.mail.languagesOf(organisationId, part.map(({ accountId }) => accountId));
      const mails = (await Promise.all(part.map((row) => this.#learner(actor, cohort, row, { rules, near, language: languages.get(row.accountId) ?? 'en', lastTold: told.get(row.id) ?? null, now })))).flat();
      queued += await this.database.write((manager) => this.mail.queueMany(manager, mails, now));
    }
    return queued;
  }

  /** Why a reminder that waits is not needed any more: what is true of its learner now would not have it queued. */
  async #overtaken({ organisationId, cohortId, enrolmentId, key }: Parameters<Overtaken>[0]): Promise<string | null> {
    if (cohortId === null || enrolmentId === null) return null;
    const actor = Actor.system(organisationId);
    const [cohort, [row]] = await Promise.all([this.cohorts.cohort(actor, cohortId), this.enrolments.many(actor, [enrolmentId])]);
    if (cohort === null || cohort.archivedAt !== null) return 'The cohort is over.';
    if (row === undefined || row.withdrawnAt !== null || row.cohortId !== cohortId) return 'The learner has left the cohort.';
    const rules = await this.rules.enabledIn(cohortId);
    const now = new Date();
    const due = await this.#learner(actor, cohort, row, { rules, near: await this.#sessions(rules, cohortId, now), language: 'en', lastTold: null, now });
    if (due.some((mail) => sameReminder(mail.key, key))) return null;
    const progress = await this.enrolments.progressRow(actor, enrolmentId);
    return progress?.completion === 'completed' ? 'The learner has finished meanwhile.' : 'What it reminds of has changed meanwhile, or the reminder was switched off.';
  }

  async #learner(
    actor: Actor, cohort: Cohort, row: Awaited<ReturnType<EnrolmentsService['inCohorts']>>[number],
    { rules, near, language, lastTold, now }: { rules: readonly ReminderRuleRow[]; near: Awaited<ReturnType<LiveSessionsService['beginning']>>; language: string; lastTold: string | null; now: Date },
  ): Promise<NewMail[]> {
    const [account, progress, version] = await Promise.all([this.identity.account(actor, row.accountId), this.enrolments.progressRow(actor, row.id), this.enrolments.version(row)]);
    if (account === null || progress === null) return [];
    const { completion, success, fraction, lastAt } = progress;
    const dueOn = row.dueOn ?? cohort.endsOn;
    const facts: StandingFacts = { completion, success, fraction, lastAt, enrolledAt: row.enrolledAt, startsOn: cohort.startsOn, dueOn, today: dayIn(cohort.timeZone, now) };
    const to = { organisationId: row.organisationId, accountId: account.id, to: account.email, cohortId: cohort.id, enrolmentId: row.id, language, timeZone: cohort.timeZone };
    const words = { name: account.name, course: version.course.title, cohort: cohort.name };
    const link = `${this.config.publicUrl}/home`;
    const due = dueOn === null ? '–' : dayWords(dueOn, language);
    const mails: NewMail[] = [];
    for (const { kind, days } of rules) {
      if (kind === 'STARTS' && startIsNear(facts, days)) mails.push({ ...to, kind: 'reminder-starts', key: `reminder/starts/${row.id}/${cohort.startsOn ?? ''}`, data: { ...words, date: dayWords(cohort.startsOn ?? '', language), link } });
      if (kind === 'DEADLINE' && deadlineIsNear(facts, days)) mails.push({ ...to, kind: 'reminder-deadline', key: `reminder/deadline/${row.id}/${dueOn ?? ''}`, data: { ...words, due, link } });
      if (kind === 'BEHIND' && isBehind(facts, days, lastTold)) mails.push({ ...to, kind: 'reminder-behind', key: `reminder/behind/${row.id}/${facts.today}`, data: { ...words, percent: `${Math.round(fraction * 100)} %`, due, link } });
    }
    for (const session of near) {
      mails.push({
        ...to, kind: 'reminder-session', key: `reminder/session/${session.id}/${account.id}/${session.startsAt}`, notAfter: session.startsAt,
        data: { ...words, session: session.title, when: momentWords(session.startsAt, session.timeZone, language), where: session.link ?? session.place ?? '' },
      });
    }
    return mails;
  }

  /** Sessions of a cohort that begin in the days for which somebody wants to be reminded of them. */
  async #sessions(rules: readonly ReminderRuleRow[], cohortId: string, now: Date) {
    const rule = rules.find(({ kind }) => kind === 'SESSION');
    if (rule === undefined) return [];
    const until = new Date(now.getTime() + rule.days * 86_400_000);
    const all = await this.sessions.ofCohort(Actor.system(rule.organisationId), cohortId);
    return all.filter(({ startsAt, cancelled }) => !cancelled && startsAt > now.toISOString() && startsAt <= until.toISOString());
  }
}

/** Whether two keys are of the same reminder. That somebody is behind is said with the day on which she was, and is as true the next morning. */
const sameReminder = (one: string, other: string): boolean => withoutToday(one) === withoutToday(other);
const withoutToday = (key: string): string => key.replace(/^(reminder\/behind\/[^/]+)\/.*$/, '$1');
