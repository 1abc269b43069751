import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account, Viewer } from '../identity/identity.types.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { enrolmentView } from '../learning/enrolments.resolver.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment, EnrolmentConnection } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { CohortsService } from './cohorts.service.js';
import { Cohort, EnrolInput } from './cohorts.types.js';
import { PlacesService } from './places.service.js';
import { PlaceGiven, WaitingPlace, WaitingPlaceConnection } from './places.types.js';
import { WaitingListService } from './waiting-list.service.js';

@Resolver(() => Cohort)
export class PlacesResolver {
  constructor(private readonly places: PlacesService, private readonly waitingList: WaitingListService, private readonly cohorts: CohortsService, private readonly enrolments: EnrolmentsService, private readonly enrolling: EnrollingService) {}

  @Mutation(() => PlaceGiven, { description: 'Gives somebody a place in a cohort, or, where it is full, the last one on its waiting list.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('input.cohort', 'COORDINATOR')
  async enrolOrWait(@CurrentActor() actor: Actor, @Args('input', { type: () => EnrolInput, description: 'Who takes what.' }) input: EnrolInput): Promise<PlaceGiven> {
    const { enrolmentId, waiting } = await this.places.place(actor, input);
    return { enrolment: enrolmentId === null ? null : await this.#enrolment(actor, enrolmentId), waiting };
  }

  @Mutation(() => Enrolment, { description: 'Gives a free place to somebody on the waiting list, whoever stands before her.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async admitWaiting(@CurrentActor() actor: Actor, @Args('waiting', { type: () => ID, description: 'The place on the waiting list.' }) waiting: string): Promise<Enrolment> {
    return this.#enrolment(actor, await this.places.admit(actor, waiting));
  }

  @Mutation(() => Boolean, { description: 'Takes somebody off a waiting list: staff anybody, a learner herself. True: it is done.' })
  @Allow('signed-in', 'scope:cohorts')
  async stopWaiting(@CurrentActor() actor: Actor, @Args('waiting', { type: () => ID, description: 'The place on the waiting list.' }) waiting: string): Promise<boolean> {
    await this.places.stopWaiting(actor, waiting);
    return true;
  }

  @Mutation(() => Enrolment, { description: 'Takes a learner out of her cohort. What she did is kept; restoreLearner undoes it.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async withdrawLearner(@CurrentActor() actor: Actor, @Args('enrolment', { type: () => ID, description: 'Her enrolment.' }) enrolment: string): Promise<Enrolment> {
    ensureReach(actor, (await this.enrolments.find(actor, enrolment))?.cohortId ?? null, { everywhere: ['COORDINATOR', 'ADMINISTRATOR'], here: ['COORDINATOR'], changing: true });
    await this.places.withdraw(actor, enrolment);
    return this.#enrolment(actor, enrolment);
  }

  @Mutation(() => Enrolment, { description: 'Gives a learner who was withdrawn her place back, if one is free: she goes on where she was.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('checked', 'COORDINATOR')
  async restoreLearner(@CurrentActor() actor: Actor, @Args('enrolment', { type: () => ID, description: 'Her enrolment.' }) enrolment: string): Promise<Enrolment> {
    ensureReach(actor, (await this.enrolments.find(actor, enrolment))?.cohortId ?? null, { everywhere: ['COORDINATOR', 'ADMINISTRATOR'], here: ['COORDINATOR'], changing: true });
    await this.places.restore(actor, enrolment);
    return this.#enrolment(actor, enrolment);
  }

  @ResolveField(() => Int, { description: 'How many places are taken.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  placesTaken(@CurrentActor() actor: Actor, @Parent() cohort: Cohort): Promise<number> {
    return this.cohorts.placesTaken(actor, cohort.id);
  }

  @ResolveField(() => WaitingPlaceConnection, { description: 'Who waits for a place, first come first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async waiting(@Parent() cohort: Cohort, @Args() args: PageArgs): Promise<WaitingPlaceConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.waitingList.page(cohort.id, page);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }

  @ResolveField(() => EnrolmentConnection, { description: 'Who was withdrawn, the last first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async withdrawn(@CurrentActor() actor: Actor, @Parent() cohort: Cohort, @Args() args: PageArgs): Promise<EnrolmentConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.enrolling.withdrawn(actor, cohort.id, page);
    return connection(rows, page, total, ({ withdrawnAt, id }) => [withdrawnAt, id], enrolmentView);
  }

  async #enrolment(actor: Actor, id: string): Promise<Enrolment> {
    return enrolmentView(found(await this.enrolments.find(actor, id)));
  }
}

@Resolver(() => WaitingPlace)
export class WaitingPlaceResolver {
  constructor(private readonly identity: IdentityService, private readonly cohorts: CohortsService) {}

  @ResolveField(() => Account, { description: 'Who waits.' })
  @Allow('with-parent')
  async account(@CurrentActor() actor: Actor, @Parent() { accountId }: WaitingPlace): Promise<Account> {
    return found(await this.identity.account(actor, accountId));
  }

  @ResolveField(() => Cohort, { description: 'For a place in which cohort.' })
  @Allow('with-parent')
  async cohort(@CurrentActor() actor: Actor, @Parent() { cohortId }: WaitingPlace): Promise<Cohort> {
    return found(await this.cohorts.cohort(actor, cohortId));
  }
}

/** What cohorts add to whoever is signed in. */
@Resolver(() => Viewer)
export class ViewerPlacesResolver {
  constructor(private readonly waitingList: WaitingListService) {}

  @ResolveField(() => [WaitingPlace], { description: 'Where the viewer waits for a place, at most 50.' })
  waitingPlaces(@CurrentActor() actor: Actor): Promise<WaitingPlace[]> {
    return this.waitingList.ofViewer(actor);
  }
}
