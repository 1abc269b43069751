import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { Enrolment } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { type RollLine as KnownLine, AttendanceService } from './attendance.service.js';
import { LiveSessionsService } from './live-sessions.service.js';
import { Attendance, AttendanceCode, AttendanceCounts, AttendanceMarkInput, AttendanceSource, AttendedSession, AttendedSessionConnection, LiveSession, RollArgs, RollLine, RollLineConnection } from './live-sessions.types.js';

@Resolver(() => LiveSession)
export class AttendanceResolver {
  constructor(private readonly sessions: LiveSessionsService, private readonly attendance: AttendanceService) {}

  @Mutation(() => LiveSession, { description: 'Marks people on the roll of a session, at most 1,000 at once; all or none.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR', 'FACILITATOR')
  async markAttendance(
    @CurrentActor() actor: Actor,
    @Args('session', { type: () => ID, description: 'The session.' }) session: string,
    @Args('marks', { type: () => [AttendanceMarkInput], description: 'Who, and how.' }) marks: AttendanceMarkInput[],
  ): Promise<LiveSession> {
    ensureReach(actor, (await this.sessions.session(actor, session))?.cohortId ?? null, { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: ['COORDINATOR', 'FACILITATOR'], changing: true });
    return this.attendance.mark(actor, session, marks.map(({ account, mark, minutes }) => ({ account, mark: mark ?? null, minutes: minutes ?? null })));
  }

  @Mutation(() => AttendedSession, { description: 'The viewer is at the session whose screen shows this code: one of her cohorts\', from 15 minutes before it begins to 15 minutes after it ends.' })
  @Allow('signed-in', 'scope:learning')
  async attend(@CurrentActor() actor: Actor, @Args('code', { type: () => String, description: 'The code; small letters and spaces do no harm.' }) code: string): Promise<AttendedSession> {
    const { session, mark } = await this.attendance.attend(actor, code);
    return { session, mark: Attendance[mark], minutes: null };
  }

  @ResolveField(() => RollLineConnection, { description: 'Everybody of the cohort by name, with her attendance.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async roll(@CurrentActor() actor: Actor, @Parent() session: LiveSession, @Args() args: RollArgs): Promise<RollLineConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.attendance.rollPage(actor, session, page, args.group ?? null);
    return connection(rows, page, total, ({ accountId }) => [accountId], lineView);
  }

  @ResolveField(() => AttendanceCounts, { description: 'How many were there.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async attended(@CurrentActor() actor: Actor, @Parent() { id }: LiveSession): Promise<AttendanceCounts> {
    const { PRESENT = 0, LATE = 0, ABSENT = 0, EXCUSED = 0 } = await this.attendance.counts(actor, id);
    return { present: PRESENT, late: LATE, absent: ABSENT, excused: EXCUSED };
  }

  @ResolveField(() => AttendanceCode, { nullable: true, description: 'What its screen shows now; null: it is not on.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async code(@CurrentActor() actor: Actor, @Parent() { id }: LiveSession): Promise<AttendanceCode | null> { return this.attendance.code(found(await this.sessions.session(actor, id))); }
}

/** What attendance adds to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentSessionsResolver {
  constructor(private readonly sessions: LiveSessionsService, private readonly attendance: AttendanceService) {}

  @ResolveField(() => AttendedSessionConnection, { description: 'The sessions of her cohort in the order in which they are, and whether she was there.' })
  @Allow('with-parent')
  async liveSessions(@CurrentActor() actor: Actor, @Parent() { accountId, cohortId }: Enrolment, @Args() args: PageArgs): Promise<AttendedSessionConnection> {
    const page = pageOf(args, 1);
    const all = cohortId === null ? [] : await this.sessions.ofCohort(actor, cohortId);
    const begin = page.after === null ? 0 : all.findIndex((row) => row.id === page.after?.[0]) + 1;
    const marks = await this.attendance.ofAccount(actor, accountId, all.map(({ id }) => id));
    return connection(all.slice(begin, begin + page.first + 1), page, all.length, (row) => [row.id], (session) => {
      const known = marks.get(session.id);
      return { session, mark: known === undefined ? null : Attendance[known.mark], minutes: known?.minutes ?? null };
    });
  }
}

const lineView = ({ accountId, name, email, attendance }: KnownLine): RollLine => ({
  accountId, name, email, mark: attendance === null ? null : Attendance[attendance.mark], minutes: attendance?.minutes ?? null, how: attendance === null ? null : AttendanceSource[attendance.how], at: attendance?.at ?? null,
});
