import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { glossary, lessonView } from '@preceptor/course/delivery';
import type { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account, Viewer } from '../identity/identity.types.js';
import { platformErrors } from '../platform/errors.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { Attempt, AttemptConnection } from './attempt.types.js';
import { attemptView } from './attempts.resolver.js';
import { AttemptsService } from './attempts.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import type { EnrolmentRow } from './learning.entity.js';
import { Enrolment, EnrolmentConnection, NextStep } from './learning.types.js';
import { nextStep } from './next-step.js';
import { ReadingService } from './release/reading.service.js';
import { UnitOpening } from './release/release.types.js';
import { sittingView } from './sitting.js';
import { Sitting } from './sitting.types.js';

@Resolver(() => Enrolment)
export class EnrolmentsResolver {
  constructor(private readonly enrolments: EnrolmentsService, private readonly attempting: AttemptsService, private readonly identity: IdentityService, private readonly reading: ReadingService) {}

  @Query(() => Enrolment, { nullable: true, description: 'One\'s own enrolment, or for staff one of the organisation; null: there is none with this id that you may see.' })
  @Allow('signed-in')
  async enrolment(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The enrolment\'s id.' }) id: string): Promise<Enrolment | null> {
    const row = await this.enrolments.find(actor, id);
    return row === null ? null : enrolmentView(row);
  }

  @ResolveField(() => Account, { description: 'The learner.' })
  async account(@CurrentActor() actor: Actor, @Parent() enrolment: Enrolment): Promise<Account> {
    return found(await this.identity.account(actor, enrolment.accountId));
  }

  @ResolveField(() => JsonScalar, { description: 'Progress of libs/tracking.' })
  async progress(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<unknown> {
    return this.attempting.progress(actor, id);
  }

  @ResolveField(() => NextStep, { nullable: true, description: 'What to do now; null: nothing is left to do.' })
  async next(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<NextStep | null> {
    const { version } = await this.attempting.record(actor, id);
    return nextStep(version.outline, await this.attempting.progress(actor, id), await this.reading.openings(actor, id));
  }

  @ResolveField(() => AttemptConnection, { description: 'Attempts at assessments, newest first.' })
  async attempts(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment, @Args() args: PageArgs): Promise<AttemptConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.attempting.list(actor, id, page);
    return connection(rows, page, total, (row) => [row.id], attemptView);
  }

  @ResolveField(() => Attempt, { nullable: true, description: 'One attempt of this enrolment; null: there is none with this id.' })
  async attempt(@CurrentActor() actor: Actor, @Parent() enrolment: Enrolment, @Args('id', { type: () => ID, description: 'The attempt\'s id.' }) id: string): Promise<Attempt | null> {
    const row = (await this.attempting.record(actor, enrolment.id)).attempts.get(id);
    return row === undefined ? null : attemptView(row);
  }

  @ResolveField(() => Sitting, { description: 'How the learner stands with an assessment before she begins: what is in force, and whether an attempt can begin now.' })
  async sitting(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment, @Args('assessment', { type: () => ID, description: 'The assessment\'s id within the course.' }) assessment: string): Promise<Sitting> {
    return sittingView(assessment, await this.attempting.standing(actor, id, assessment));
  }

  @ResolveField(() => [UnitOpening], { description: 'When each unit of the course opens for the learner, in order.' })
  async openings(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<UnitOpening[]> {
    return this.reading.units(actor, id);
  }

  @ResolveField(() => JsonScalar, { description: 'CourseOutline of libs/course: what a player is given first.' })
  async outline(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<unknown> {
    return this.reading.outline(actor, id);
  }

  @ResolveField(() => JsonScalar, { description: 'LessonContent of libs/course, its checks without key or feedback. To its learner, choices and places have ids that tell nothing; staff get those of the course.' })
  async lesson(@CurrentActor() actor: Actor, @Parent() enrolment: Enrolment, @Args('id', { type: () => ID, description: 'The lesson\'s id within the course.' }) id: string): Promise<unknown> {
    const { version } = await this.reading.lessonOf(actor, enrolment.id, id);
    const idsOf = await this.attempting.idsOf(actor, enrolment.id);
    const view = lessonView(version.course, id, (item) => idsOf(item).view());
    if (view === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
    return view;
  }

  @ResolveField(() => JsonScalar, { description: 'The glossary: a list of GlossaryTerm of libs/course.' })
  async glossary(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<unknown> {
    return glossary((await this.attempting.record(actor, id)).version.course);
  }

  @ResolveField(() => JsonScalar, { description: 'What the player searches: a list of SearchEntry of libs/course.' })
  async searchText(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<unknown> {
    return this.reading.searchEntries(actor, id);
  }
}

/** What learning adds to whoever is signed in. */
@Resolver(() => Viewer)
export class ViewerEnrolmentsResolver {
  constructor(private readonly learning: EnrolmentsService) {}

  @ResolveField(() => EnrolmentConnection, { description: 'What the viewer is enrolled in, newest first.' })
  async enrolments(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<EnrolmentConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.learning.ofViewer(actor, page);
    return connection(rows, page, total, (row) => [row.id], enrolmentView);
  }
}

export const enrolmentView = ({ id, enrolledAt, dueOn, withdrawnAt, accountId, courseVersionId, cohortId }: EnrolmentRow): Enrolment => ({ id, enrolledAt, dueOn, withdrawnAt, accountId, courseVersionId, cohortId });