import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CompletionRule as Rule } from '@preceptor/tracking';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { AllowInCohort } from '../identity/cohort-roles/reach.js';
import { CompletionRule, CompletionRuleInput } from './completion.types.js';
import { CompletionRulesService } from './rules.service.js';

/** What completion adds to a cohort. */
@Resolver(() => Cohort)
export class CohortCompletionResolver {
  constructor(private readonly rules: CompletionRulesService) {}

  @ResolveField(() => CompletionRule, { description: 'What completing it asks for.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async completionRule(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<CompletionRule> { return view(await this.rules.rule(actor, id)); }

  @ResolveField(() => Int, { description: 'How many hand-ins its course has: assessments whose every question is marked by people.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  handIns(@CurrentActor() actor: Actor, @Parent() { courseVersionId }: Cohort): Promise<number> { return this.rules.handIns(actor, courseVersionId); }

  @Mutation(() => CompletionRule, { description: 'Sets what completing a cohort asks for, from now on and for everybody in it. No certificate that was issued is revoked by it.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  async setCompletionRule(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read; 0: none was set.' }) revision: number,
    @Args('rule', { type: () => CompletionRuleInput, description: 'What it is to ask for.' }) { lessons, assessments, attendance, leastSessions, reflections, leastReflections, handIns, leastHandIns, evaluation }: CompletionRuleInput,
  ): Promise<CompletionRule> {
    const rule: Rule = { lessons, assessments, attendance: attendance ? { least: leastSessions ?? null } : null, reflections: reflections ? { least: leastReflections ?? null } : null, handIns: handIns ? { least: leastHandIns ?? null } : null, evaluation };
    return view(await this.rules.save(actor, cohort, revision, rule));
  }
}

const view = ({ rule: { lessons, assessments, attendance, reflections, handIns = null, evaluation }, revision }: { rule: Rule; revision: number }): CompletionRule => ({
  revision, lessons, assessments, attendance: attendance !== null, leastSessions: attendance?.least ?? null, reflections: reflections !== null, leastReflections: reflections?.least ?? null, handIns: handIns !== null, leastHandIns: handIns?.least ?? null, evaluation,
});
