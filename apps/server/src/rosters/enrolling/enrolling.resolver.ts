import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, ChecksSingly, CurrentActor } from '../../identity/allow.js';
import { EnrollingService, mostRows } from './enrolling.service.js';
import { EnrolRowInput, EnrolRowResult } from './enrolling.types.js';

@Resolver()
export class EnrollingResolver {
  constructor(private readonly enrolling: EnrollingService) {}

  @Mutation(() => [EnrolRowResult], { description: `Enrols many people, at most ${mostRows} at once: a result for each row, in the same order. A row that is refused holds no other up, and sending the same again changes nothing.` })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @ChecksSingly('rows')
  enrolMany(
    @CurrentActor() actor: Actor,
    @Args('rows', { type: () => [EnrolRowInput], description: 'Who.' }) rows: EnrolRowInput[],
    @Args('cohort', { type: () => ID, nullable: true, description: 'The cohort for rows that name none; left out: those people get accounts and no place.' }) cohort?: string | null,
  ): Promise<EnrolRowResult[]> {
    return this.enrolling.enrol(actor, cohort ?? null, rows);
  }
}
