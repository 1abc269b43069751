import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { Enrolment } from '../learning/learning.types.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import type { EvaluationFormRow } from './evaluation.entity.js';
import { type AskedForm, EvaluationService } from './evaluation.service.js';
import { AskedEvaluation, EvaluationForm, EvaluationFormInput, EvaluationKind, EvaluationResults } from './evaluation.types.js';

/** What evaluation adds to a cohort. */
@Resolver(() => Cohort)
export class CohortEvaluationResolver {
  constructor(private readonly evaluation: EvaluationService) {}

  @ResolveField(() => EvaluationForm, { description: 'What the cohort is asked.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async evaluationForm(@CurrentActor() actor: Actor, @Parent() { id }: Cohort, @Args('kind', { type: () => EvaluationKind, description: 'When.' }) kind: EvaluationKind): Promise<EvaluationForm> {
    return formView(await this.evaluation.form(actor, id, kind));
  }

  @ResolveField(() => EvaluationResults, { description: 'What it answered.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async evaluationResults(
    @CurrentActor() actor: Actor, @Parent() { id }: Cohort,
    @Args('kind', { type: () => EvaluationKind, description: 'Which form.' }) kind: EvaluationKind,
    @Args('session', { type: () => ID, nullable: true, description: 'About this session; left out: about all of them.' }) session?: string | null,
  ): Promise<EvaluationResults> {
    return this.evaluation.results(await this.evaluation.form(actor, id, kind), session ?? null);
  }

  @Mutation(() => EvaluationForm, { description: 'Saves what a cohort is asked. A question whose choices or kind changed is a new one: earlier answers to it are shown no more.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  async saveEvaluationForm(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('kind', { type: () => EvaluationKind, description: 'Which form.' }) kind: EvaluationKind,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
    @Args('input', { type: () => EvaluationFormInput, description: 'What it is to be.' }) input: EvaluationFormInput,
  ): Promise<EvaluationForm> {
    return formView(await this.evaluation.save(actor, cohort, kind, revision, input));
  }

  @Mutation(() => AskedEvaluation, { description: 'The viewer\'s answers, once. They are kept without her name and without a time; that she answered is kept apart, with the day.' })
  @Allow('signed-in', 'scope:learning')
  async fillEvaluation(
    @CurrentActor() actor: Actor,
    @Args('form', { type: () => ID, description: 'The form.' }) form: string,
    @Args('answers', { type: () => JsonScalar, description: 'EvaluationAnswers of libs/tracking: by the question\'s id a rating 1 to 5, the numbers of the options chosen, or a text.' }) answers: unknown,
    @Args('session', { type: () => ID, nullable: true, description: 'The session that it is about.' }) session?: string | null,
  ): Promise<AskedEvaluation> {
    return askedView(await this.evaluation.fill(actor, form, session ?? null, answers));
  }
}

/** What evaluation adds to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentEvaluationResolver {
  constructor(private readonly evaluation: EvaluationService) {}

  @ResolveField(() => [AskedEvaluation], { description: 'The forms that she is asked to fill in: about each session that is over, and about the course.' })
  @Allow('with-parent')
  async evaluations(@CurrentActor() actor: Actor, @Parent() { accountId, cohortId }: Enrolment): Promise<AskedEvaluation[]> {
    return cohortId === null ? [] : (await this.evaluation.asked(actor, accountId, cohortId)).map(askedView);
  }
}

const formView = ({ id, kind, title, open, revision, questions }: EvaluationFormRow): EvaluationForm => ({ formId: id === '' ? null : id, kind: EvaluationKind[kind], title, open, revision, questions });
const askedView = ({ form, session, filled }: AskedForm): AskedEvaluation => ({ form: formView(form), session, filled });
