import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { AssessmentPlan } from '../plans/plans.types.js';
import { PublicationService } from './publication.service.js';
import { AssessmentPublication } from './publication.types.js';

@Resolver(() => AssessmentPublication)
export class PublicationResolver {
  constructor(private readonly publications: PublicationService) {}

  @Query(() => AssessmentPublication, { description: 'What publishing a plan into its course would do.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async assessmentPublication(@CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) id: string): Promise<AssessmentPublication> {
    const { plan, version, replaces, newItems, ...outcome } = await this.publications.outcome(actor, id);
    return {
      ...outcome, plan: id, revision: plan.revision, formsRevision: plan.formsRevision, version: version.id, versionNumber: version.number, newItems: newItems.length,
      unitTitle: version.course.units.find((unit) => unit.id === plan.unit)?.title ?? plan.unit, replacesId: replaces?.id ?? null, replacesTitle: replaces?.title ?? null,
    };
  }

  @Mutation(() => AssessmentPlan, { description: 'Publishes a plan into its course: the newest version, with the assessment in its unit, becomes the next version. Learners who are enrolled stay on theirs until they are moved.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  publishAssessment(
    @CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The plan\'s revision that was looked at.' }) revision: number,
    @Args('formsRevision', { type: () => Int, description: 'The revision of its forms that was looked at.' }) formsRevision: number,
    @Args('version', { type: () => ID, description: 'The course version that it was looked at with.' }) version: string,
  ): Promise<AssessmentPlan> {
    return this.publications.publish(actor, id, { revision, formsRevision, version });
  }
}
