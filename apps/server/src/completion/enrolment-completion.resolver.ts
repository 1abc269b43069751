import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { Enrolment } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { CompletionService } from './completion.service.js';
import { Condition, ConditionKind } from './completion.types.js';

/** What completion adds to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentCompletionResolver {
  constructor(private readonly completion: CompletionService) {}

  @ResolveField(() => [Condition], { description: 'The conditions of the certificate, and how far each is met.' })
  @Allow('with-parent')
  async conditions(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<Condition[]> {
    return found(await this.completion.checklist(actor, id)).parts.map((part) => ({ ...part, kind: ConditionKind[part.kind] }));
  }

  @ResolveField(() => Boolean, { description: 'Whether every condition is met.' })
  @Allow('with-parent')
  async completed(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<boolean> {
    return found(await this.completion.checklist(actor, id)).met;
  }
}
