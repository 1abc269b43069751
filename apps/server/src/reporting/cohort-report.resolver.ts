import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { connection, pageOf } from '../platform/graphql/connection.js';
import { CohortReportService, sortKeys } from './cohort-report.service.js';
import { CohortSummary, LearnerRowConnection, LearnersArgs } from './reporting.types.js';

/** What reporting adds to a cohort. */
@Resolver(() => Cohort)
export class CohortReportResolver {
  constructor(private readonly report: CohortReportService) {}

  @ResolveField(() => LearnerRowConnection, { description: 'The cohort\'s learners, with how they stand.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async learners(@CurrentActor() actor: Actor, @Parent() cohort: Cohort, @Args() args: LearnersArgs): Promise<LearnerRowConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.report.learners(actor, cohort, args, page);
    return connection(rows, page, total, (row) => sortKeys(row, args.sort), (row) => row);
  }

  @ResolveField(() => CohortSummary, { description: 'The cohort in figures, and who needs its coordinator today.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  summary(@CurrentActor() actor: Actor, @Parent() cohort: Cohort): Promise<CohortSummary> {
    return this.report.summary(actor, cohort);
  }
}
