import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../../cohorts/cohorts.types.js';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { StakeRow } from '../grading.entity.js';
import { regradeView } from './regrade.resolver.js';
import { RegradeService } from './regrade.service.js';
import { PassAtStake, PassAtStakeConnection, Regrade } from './regrade.types.js';
import { StakesService } from './stakes.service.js';

/** What grading adds to a cohort. */
@Resolver(() => Cohort)
export class CohortStakesResolver {
  constructor(private readonly stakes: StakesService) {}

  @ResolveField(() => PassAtStakeConnection, { description: 'Learners whose success a regrade turned, lost before won.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async passesAtStake(
    @CurrentActor() actor: Actor,
    @Parent() cohort: Cohort,
    @Args() args: PageArgs,
    @Args('all', { type: () => Boolean, defaultValue: false, description: 'Also those that somebody has looked at.' }) all?: boolean,
  ): Promise<PassAtStakeConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.stakes.ofCohort(actor, cohort.id, all ?? false, page);
    return connection(rows, page, total, ({ turned, id }) => [turned, id], stakeView);
  }
}

@Resolver(() => PassAtStake)
export class StakesResolver {
  constructor(private readonly stakes: StakesService, private readonly regrades: RegradeService, private readonly identity: IdentityService) {}

  @Mutation(() => PassAtStake, { description: 'Says that somebody has looked at a pass at stake and settled it. The first who does stays.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async acknowledgePassAtStake(
    @CurrentActor() actor: Actor,
    @Args('stake', { type: () => ID, description: 'Its id.' }) stake: string,
    @Args('note', { type: () => String, nullable: true, description: 'What was settled, at most 1,000 characters.' }) note?: string | null,
  ): Promise<PassAtStake> {
    return stakeView(await this.stakes.acknowledge(actor, stake, note ?? null));
  }

  @ResolveField(() => Account, { nullable: true, description: 'The learner; null: somebody who is here no more.' })
  learner(@CurrentActor() actor: Actor, @Parent() { accountId }: PassAtStake): Promise<Account | null> { return this.identity.account(actor, accountId); }

  @ResolveField(() => Regrade, { description: 'The regrade that did it.' })
  async regrade(@CurrentActor() actor: Actor, @Parent() { regradeId }: PassAtStake): Promise<Regrade> {
    return regradeView(await this.regrades.loaded(actor, regradeId));
  }
}

const stakeView = ({ id, turned, at, enrolmentId, acknowledgedAt, note, accountId, regradeId }: StakeRow): PassAtStake => ({ id, turned, at, enrolment: enrolmentId, acknowledgedAt, note, accountId, regradeId });
