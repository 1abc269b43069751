import { Injectable } from '@nestjs/common';
import { dayIn, type Risk, risksOf } from '@preceptor/tracking';
import type { Cohort } from '../cohorts/cohorts.types.js';
import type { Actor } from '../identity/actor.js';
import { CourseVersions } from '../catalog/course-versions.js';
import { CountedAttemptsService } from '../learning/counted-attempts.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { AttendanceService } from '../live-sessions/attendance.service.js';
import { LiveSessionsService } from '../live-sessions/live-sessions.service.js';
import { WrongAnswersService } from '../learning/wrong-answers.service.js';
import { CohortReportService, largestCohort } from '../reporting/cohort-report.service.js';
import type { LearnerRow } from '../reporting/reporting.types.js';
import { attentionGroups, attentionOf } from './attention.js';
import { hardestOf } from './hard-questions.js';
import type { CohortOverview, HardQuestion, LearnerCount } from './overview.types.js';

const mostInAList = 10;
/** Up to so many seconds, in words. */
const bands: [number, string][] = [[0, 'nothing'], [1800, 'under 30 min'], [3600, '30 to 60 min'], [7200, '1 to 2 h'], [18_000, '2 to 5 h'], [Infinity, 'over 5 h']];

/** Where a cohort thins out, and who may need help, of what reporting, learning and attendance know. */
@Injectable()
export class OverviewService {
  constructor(private readonly report: CohortReportService, private readonly enrolments: EnrolmentsService, private readonly counted: CountedAttemptsService, private readonly sessions: LiveSessionsService, private readonly attendance: AttendanceService,
    private readonly answers: WrongAnswersService, private readonly versions: CourseVersions) {}

  async overview(actor: Actor, cohort: Cohort): Promise<CohortOverview> {
    const rows = await this.report.rows(actor, cohort);
    const attempts = await this.counted.of(await this.enrolments.ofCohort(actor, cohort.id, largestCohort));
    const held = (await this.sessions.ofCohort(actor, cohort.id)).filter(({ cancelled, endsAt }) => !cancelled && Date.parse(endsAt) <= Date.now());
    const attended = await this.attendance.marks(held.map(({ id }) => id), rows.map(({ accountId }) => accountId));
    const today = dayIn(cohort.timeZone, new Date());
    const attention = rows.flatMap((row) => {
      const risks = this.#risks(row, cohort, today, [...attempts.get(row.enrolmentId)?.values() ?? []].reduce((sum, { failed }) => sum + failed, 0), [...attended.get(row.accountId)?.values() ?? []].filter((mark) => mark === 'ABSENT').length);
      const found = attentionOf(row, risks);
      return found === null ? [] : [{ ...found, learner: row }];
    });
    return { attention: attentionGroups(attention, mostInAList), hardQuestions: await this.#hardQuestions(actor, cohort.id), funnel: funnelOf(rows), timeSpent: timesOf(rows) };
  }

  async #hardQuestions(actor: Actor, cohortId: string): Promise<HardQuestion[]> {
    const answers = await this.answers.ofCohort(actor, cohortId);
    const versions = await Promise.all([...new Set(answers.map(({ courseVersionId }) => courseVersionId))].map((id) => this.versions.get(id)));
    return hardestOf(answers, versions.filter((version) => version !== null));
  }

  #risks(row: LearnerRow, { startsOn, timeZone }: Pick<Cohort, 'startsOn' | 'timeZone'>, today: string, failedAttempts: number, missedSessions: number): Risk[] {
    const joined = dayIn(timeZone, new Date(row.enrolledAt));
    const began = startsOn !== null && startsOn > joined ? startsOn : joined;
    const silent = row.lastActivityAt === null ? null : days(dayIn(timeZone, new Date(row.lastActivityAt)), today);
    return risksOf({ standing: row.status, reason: row.reason, begun: row.lastActivityAt !== null, daysSinceStart: days(began, today), daysSilent: silent, failedAttempts, missedSessions });
  }
}

function funnelOf(rows: readonly LearnerRow[]): LearnerCount[] {
  const steps: [string, (row: LearnerRow) => boolean][] = [
    ['Enrolled', () => true], ['Started', (row) => row.lastActivityAt !== null], ['Half done', (row) => row.fraction >= 0.5], ['Took the assessment that decides', (row) => row.score !== null], ['Completed', (row) => row.completion === 'completed'],
  ];
  return steps.map(([label, fits]) => ({ label, learners: rows.filter(fits).length }));
}

function timesOf(rows: readonly LearnerRow[]): LearnerCount[] {
  return bands.map(([most, label], place) => ({ label, learners: rows.filter(({ seconds }) => seconds <= most && seconds > (bands[place - 1]?.[0] ?? -1)).length }));
}

const days = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
