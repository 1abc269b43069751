import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../../catalog/catalog.service.js';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Account } from '../../identity/identity.types.js';
import { found } from '../../platform/found.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { RegradeAttemptRow, RegradeRow } from '../grading.entity.js';
import type { Change } from './regrade-change.js';
import { RegradeService } from './regrade.service.js';
import { Regrade, RegradeChange, RegradeChangeConnection, RegradeConnection, RegradeInput, RegradeItem } from './regrade.types.js';
import { StakesService } from './stakes.service.js';

@Resolver(() => Regrade)
export class RegradeResolver {
  constructor(private readonly regrades: RegradeService, private readonly stakes: StakesService, private readonly identity: IdentityService, private readonly catalog: CatalogService) {}

  @Mutation(() => Regrade, { description: 'Finds what a regrade would change, attempt by attempt, and keeps it under an id. Nothing is regraded; a later preview of yours takes its place.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async previewRegrade(@CurrentActor() actor: Actor, @Args('input', { type: () => RegradeInput, description: 'What is to be done.' }) input: RegradeInput): Promise<Regrade> {
    return regradeView(await this.regrades.preview(actor, input));
  }

  @Mutation(() => Regrade, { description: 'Does what a preview said, for attempts that are submitted later too; refused where something changed since. Of more than 300 attempts it goes on by itself: follow it with `regrade(id)`. It is taken back by a regrade AS_PUBLISHED.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async regrade(
    @CurrentActor() actor: Actor,
    @Args('preview', { type: () => ID, description: 'The id that previewRegrade gave.' }) preview: string,
    @Args('reason', { type: () => String, description: 'Why, 3 to 1,000 characters: kept with the scores.' }) reason: string,
  ): Promise<Regrade> {
    return regradeView(await this.regrades.regrade(actor, preview, reason));
  }

  @Query(() => Regrade, { name: 'regrade', description: 'A regrade, or a preview of one.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string): Promise<Regrade> {
    return regradeView(await this.regrades.one(actor, id));
  }

  @Query(() => RegradeItem, { description: 'An item of a version with its key, and what holds for it now.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async regradeItem(
    @CurrentActor() actor: Actor,
    @Args('version', { type: () => ID, description: 'The course version.' }) version: string,
    @Args('item', { type: () => ID, description: 'The item\'s id within the course.' }) item: string,
  ): Promise<RegradeItem> {
    const { published, correction } = await this.regrades.item(actor, version, item);
    return { item: published, change: changeOf(correction), key: correction?.kind === 'key' ? correction.key : null };
  }

  @Query(() => RegradeConnection, { name: 'regrades', description: 'What was done about an item, newest first.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'COORDINATOR')
  async history(
    @CurrentActor() actor: Actor,
    @Args('course', { type: () => ID, description: 'The course.' }) course: string,
    @Args('item', { type: () => ID, description: 'The item\'s id within it.' }) item: string,
    @Args() args: PageArgs,
  ): Promise<RegradeConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.regrades.history(actor, course, item, page);
    return connection(rows, page, total, ({ id }) => [id], regradeView);
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who did it, or looks at it; null: somebody who is here no more.' })
  account(@CurrentActor() actor: Actor, @Parent() { row }: Regrade): Promise<Account | null> { return this.identity.account(actor, row.accountId); }

  @ResolveField(() => [Int], { description: 'Numbers of the course versions that it is about, newest first.' })
  async versions(@CurrentActor() actor: Actor, @Parent() { row }: Regrade): Promise<number[]> {
    const versions = await Promise.all(row.versionIds.map((id) => this.catalog.version(actor, id)));
    return versions.map((version) => found(version).number).toSorted((a, b) => b - a);
  }

  @ResolveField(() => Int, { description: 'Attempts that are scored anew already.' })
  async applied(@CurrentActor() actor: Actor, @Parent() { id }: Regrade): Promise<number> { return this.regrades.applied(actor, id); }

  @ResolveField(() => Int, { description: 'Learners who had passed the course and would not have any more. Their certificates are at stake: coordinators are told, nothing is revoked.' })
  async successLost(@CurrentActor() actor: Actor, @Parent() { id }: Regrade): Promise<number> { return (await this.stakes.count(actor, id)).lost; }

  @ResolveField(() => Int, { description: 'Learners who pass the course by it.' })
  async successWon(@CurrentActor() actor: Actor, @Parent() { id }: Regrade): Promise<number> { return (await this.stakes.count(actor, id)).won; }

  @ResolveField(() => RegradeChangeConnection, { description: 'Attempts with their scores before and after: passes lost first, then passes won, then other scores.' })
  async changes(
    @Parent() { id }: Regrade,
    @Args() args: PageArgs,
    @Args('all', { type: () => Boolean, defaultValue: false, description: 'Also attempts for which nothing changes, last.' }) all?: boolean,
  ): Promise<RegradeChangeConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.regrades.changes(id, all ?? false, page);
    return connection(rows, page, total, ({ rank, attemptId }) => [rank, attemptId], changeView);
  }
}

@Resolver(() => RegradeChange)
export class RegradeChangeResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'The learner; null: somebody who is here no more.' })
  learner(@CurrentActor() actor: Actor, @Parent() { accountId }: RegradeChange): Promise<Account | null> { return this.identity.account(actor, accountId); }
}

export function regradeView(row: RegradeRow): Regrade {
  const { id, state, itemId, correction, reason, askedAt, begunAt, doneAt, attempts, scoresChanged, passesLost, passesWon } = row;
  return { id, state, item: itemId, change: changeOf(correction), key: correction?.kind === 'key' ? correction.key : null, reason, askedAt, begunAt, doneAt, attempts, scoresChanged, passesLost, passesWon, row };
}

function changeOf(correction: RegradeRow['correction']): Change {
  if (correction === null) return 'AS_PUBLISHED';
  return correction.kind === 'key' ? 'KEY' : correction.kind === 'drop' ? 'DROP' : 'FULL_MARKS';
}

const changeView = ({ attemptId, enrolmentId, accountId, before, after, successBefore, successAfter, appliedAt }: RegradeAttemptRow): RegradeChange =>
  ({ attempt: attemptId, enrolment: enrolmentId, accountId, before, after, successBefore, successAfter, appliedAt });
