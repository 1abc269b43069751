import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { AuthoredItem } from './authored-item.types.js';
import { CheckedDocument, CheckItemInput, ItemProblem, LintFinding, TryItemInput, TryItemPayload } from './checked-document.types.js';
import { ChecksService } from './checks.service.js';

@Resolver(() => AuthoredItem)
export class ChecksResolver {
  constructor(private readonly checks: ChecksService) {}

  @Query(() => CheckedDocument, { description: 'Looks at a document without saving it: while somebody types.' })
  @Allow('INSTRUCTOR', 'REVIEWER')
  checkItem(@CurrentActor() actor: Actor, @Args('input', { type: () => CheckItemInput, description: 'The document.' }) input: CheckItemInput): Promise<CheckedDocument> {
    return this.checks.check(actor, input);
  }

  @Query(() => TryItemPayload, { description: 'Tries an answer at a document: what it would earn, and why. Nothing is kept.' })
  @Allow('INSTRUCTOR', 'REVIEWER')
  tryItem(@CurrentActor() actor: Actor, @Args('input', { type: () => TryItemInput, description: 'The document and the answer.' }) input: TryItemInput): Promise<TryItemPayload> {
    return this.checks.try(actor, input);
  }

  @ResolveField(() => [ItemProblem], { description: 'What the compiler says of the newest revision, at most 100.' })
  async problems(@CurrentActor() actor: Actor, @Parent() item: AuthoredItem): Promise<ItemProblem[]> {
    return (await this.checks.ofItem(actor, item)).problems;
  }

  @ResolveField(() => [LintFinding], { description: 'What the item lint says of the newest revision, waived findings with their waiver; nothing as long as it does not compile.' })
  async findings(@CurrentActor() actor: Actor, @Parent() item: AuthoredItem): Promise<LintFinding[]> {
    return (await this.checks.ofItem(actor, item)).findings;
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'ItemView of libs/assessment: what a learner sees of the newest revision, without key or feedback. Its pictures and sounds, `media/…`, lie at /authoring/media/…. Null: it does not compile.' })
  async preview(@CurrentActor() actor: Actor, @Parent() item: AuthoredItem): Promise<unknown> {
    return (await this.checks.ofItem(actor, item)).preview;
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'Item of libs/assessment: the newest revision compiled, with its key. Null: it does not compile.' })
  async compiled(@CurrentActor() actor: Actor, @Parent() item: AuthoredItem): Promise<unknown> {
    return (await this.checks.ofItem(actor, item)).compiled;
  }
}
