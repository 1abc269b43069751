import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { OverviewService } from './overview.service.js';
import { CohortOverview } from './overview.types.js';

@Resolver(() => Cohort)
export class OverviewResolver {
  constructor(private readonly overviews: OverviewService) {}

  @ResolveField(() => CohortOverview, { description: 'Who wants an eye, what many get wrong, and where the cohort thins out.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  overview(@CurrentActor() actor: Actor, @Parent() cohort: Cohort): Promise<CohortOverview> { return this.overviews.overview(actor, cohort); }
}
