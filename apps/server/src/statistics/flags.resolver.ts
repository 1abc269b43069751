import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../catalog/catalog.service.js';
import { Course } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { connection, pageOf } from '../platform/graphql/connection.js';
import { FlagDismissal, FlaggedItem, FlaggedItemConnection, FlaggedItemsArgs, FlagItemArgs } from './flags.types.js';
import { FlagsService } from './flags.service.js';
import { AnalysedItem } from './statistics.types.js';

@Resolver(() => FlaggedItem)
export class FlaggedItemsResolver {
  constructor(private readonly flags: FlagsService, private readonly catalog: CatalogService) {}

  @Query(() => FlaggedItemConnection, { description: 'The items of the organisation\'s courses that their answers speak against, the gravest first, as far as statistics are computed: in the background, once 30 learners have submitted.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async flaggedItems(@CurrentActor() actor: Actor, @Args() args: FlaggedItemsArgs): Promise<FlaggedItemConnection> {
    const page = pageOf(args, 3);
    const { rows, total } = await this.flags.flagged(actor, { course: args.course ?? null, dismissed: args.dismissed }, page);
    return connection(rows, page, total, ({ row }) => [row.rank, row.analysisId, row.itemId], ({ analysis, row: { data, dismissalId } }) => ({
      item: data.item, stem: data.stem, course: null, courseId: analysis.courseId, assessment: analysis.assessmentId, assessmentTitle: analysis.title, attempts: data.attempts, finding: data.findings[0] ?? null, dismissalId,
    }));
  }

  @Mutation(() => Boolean, { description: 'Takes a flagged item off the list because somebody looked at it and let it be. It comes back by itself when something else, or something graver, is found.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async dismissFlag(@CurrentActor() actor: Actor, @Args() { course, item }: FlagItemArgs, @Args('reason', { type: () => String, description: 'Why it may stay as it is, for those who come after; at most 500 characters.' }) reason: string): Promise<boolean> {
    await this.flags.dismiss(actor, course, item, reason);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Puts an item on the list again that somebody had taken off it.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async reopenFlag(@CurrentActor() actor: Actor, @Args() { course, item }: FlagItemArgs): Promise<boolean> {
    await this.flags.reopen(actor, course, item);
    return true;
  }

  @ResolveField(() => Course, { nullable: true, description: 'The course.' })
  course(@CurrentActor() actor: Actor, @Parent() { courseId }: FlaggedItem): Promise<Course | null> {
    return this.catalog.course(actor, courseId);
  }

  @ResolveField(() => FlagDismissal, { nullable: true, description: 'Who let it be, and why; null: nobody did.' })
  async dismissal(@CurrentActor() actor: Actor, @Parent() { dismissalId }: FlaggedItem): Promise<FlagDismissal | null> {
    return dismissalId === null ? null : this.flags.dismissal(actor, dismissalId);
  }
}

@Resolver(() => AnalysedItem)
export class AnalysedItemResolver {
  constructor(private readonly flags: FlagsService) {}

  @ResolveField(() => FlagDismissal, { nullable: true, description: 'Who looked at what was found and let the item be, and why; null: nobody did.' })
  async dismissal(@CurrentActor() actor: Actor, @Parent() { dismissalId }: AnalysedItem): Promise<FlagDismissal | null> {
    return dismissalId === null ? null : this.flags.dismissal(actor, dismissalId);
  }
}

@Resolver(() => FlagDismissal)
export class DismissalResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who did it; null: somebody who is here no more.' })
  by(@CurrentActor() actor: Actor, @Parent() { accountId }: FlagDismissal): Promise<Account | null> { return this.identity.account(actor, accountId); }
}
