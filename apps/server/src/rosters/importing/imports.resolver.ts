import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CohortsService } from '../../cohorts/cohorts.service.js';
import { Cohort } from '../../cohorts/cohorts.types.js';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { Account } from '../../identity/identity.types.js';
import { IdentityService } from '../../identity/identity.service.js';
import { platformErrors } from '../../platform/errors.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import { guessMapping, type Mapping, type RosterColumn } from '../mapping/columns.js';
import type { DayOrder } from '../mapping/days.js';
import type { RosterImportRow } from '../rosters.entity.js';
import { RosterImports } from './imports.service.js';
import { DayOrderEnum, RosterColumnInput, RosterColumnPlace, RosterCountsView, RosterImport, RosterProgress, RosterRow, RosterRowArgs, RosterRowConnection } from './imports.types.js';
import { RosterRunning } from './running.service.js';

const idOf = { type: () => ID, description: 'The roster\'s id.' } as const;

@Resolver(() => RosterImport)
export class RosterImportsResolver {
  constructor(private readonly imports: RosterImports, private readonly running: RosterRunning, private readonly cohorts: CohortsService, private readonly identity: IdentityService) {}

  @Query(() => RosterImport, { nullable: true, description: 'A roster that was sent to POST /rosters/imports; null where there is none with this id, or no more: one that is not run is forgotten after a day, what came of it after 30.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async rosterImport(@CurrentActor() actor: Actor, @Args('id', idOf) id: string): Promise<RosterImport | null> { return view(await this.imports.find(actor, id)); }

  @Query(() => [RosterImport], { description: 'The last rosters that were run, newest first, 20 at most.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async rosterImports(@CurrentActor() actor: Actor): Promise<RosterImport[]> { return (await this.imports.last(actor)).map((row) => view(row)); }

  @Mutation(() => RosterImport, { description: 'Says which column of a roster holds what, and what would come of each row then.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async mapRoster(
    @CurrentActor() actor: Actor, @Args('id', idOf) id: string,
    @Args('columns', { type: () => [RosterColumnInput], description: 'The columns that count, each once; all others are left out.' }) columns: RosterColumnInput[],
    @Args('days', { type: () => DayOrderEnum, description: 'How days are written that do not begin with the year.' }) days: DayOrder,
    @Args('cohort', { type: () => ID, nullable: true, description: 'The cohort for rows that name none; left out: those people get accounts and no place.' }) cohort?: string | null,
  ): Promise<RosterImport> {
    return view(await this.imports.map(actor, id, { mapping: mappingOf(columns), days, cohortId: cohort ?? null }));
  }

  @Mutation(() => RosterImport, { description: 'Begins to bring a roster in, and answers at once: ask for `progress` then. It is safe to run twice: what is so already stays as it is.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async runRoster(
    @CurrentActor() actor: Actor, @Args('id', idOf) id: string,
    @Args('whole', { type: () => Boolean, defaultValue: false, description: 'Every row or none: where one is refused, nothing comes in.' }) whole: boolean,
  ): Promise<RosterImport> {
    return view(await this.running.run(actor, id, whole));
  }

  @Mutation(() => Boolean, { description: 'Forgets a roster that is not to come in after all.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async discardRoster(@CurrentActor() actor: Actor, @Args('id', idOf) id: string): Promise<boolean> {
    await this.imports.discard(actor, id);
    return true;
  }

  @ResolveField(() => Cohort, { nullable: true, description: 'The cohort for rows that name none; null: those people get no place.' })
  async cohort(@CurrentActor() actor: Actor, @Parent() { cohortId }: RosterImport): Promise<Cohort | null> { return cohortId === null ? null : this.cohorts.cohort(actor, cohortId); }

  @ResolveField(() => Account, { nullable: true, description: 'Who sent it, or ran it.' })
  async by(@CurrentActor() actor: Actor, @Parent() { accountId }: RosterImportRow): Promise<Account | null> { return this.identity.account(actor, accountId); }

  @ResolveField(() => [RosterColumnPlace], { description: 'Which column holds what: as it was said, else as it is guessed.' })
  columns(@Parent() { mapping, headings }: RosterImportRow): RosterColumnPlace[] {
    return Object.entries(mapping ?? guessMapping(headings)).map(([column, index]) => ({ column: column as RosterColumn, index }));
  }

  @ResolveField(() => [[String]], { description: 'The first three rows as the file has them, while nothing has come in.' })
  async sample(@Parent() row: RosterImportRow): Promise<string[][]> { return row.state === 'READ' ? this.imports.sample(row) : []; }

  @ResolveField(() => RosterCountsView, { description: 'How many rows there are of each sort: what would come of them, or came of them.' })
  async counts(@Parent() { id, state, counts }: RosterImportRow): Promise<RosterCountsView> {
    // Rosters that were read by an older server know of no waiting.
    const { NEW: created, ENROLLED: enrolled, WAITING: waiting = 0, CHANGED: changed, NOTHING: nothing, REFUSED: refused } = state === 'RUNNING' ? await this.imports.counts(id) : counts;
    return { all: created + enrolled + waiting + changed + nothing + refused, created, enrolled, waiting, changed, nothing, refused };
  }

  @ResolveField(() => RosterProgress, { nullable: true, description: 'How far it is; null: it is not coming in now.' })
  progress(@Parent() row: RosterImportRow): RosterProgress | null { return row.state === 'RUNNING' ? { done: this.running.doneOf(row), total: row.total } : null; }

  @ResolveField(() => RosterRowConnection, { description: 'Its rows in the order of the file.' })
  async rows(@Parent() { id }: RosterImport, @Args() args: RosterRowArgs): Promise<RosterRowConnection> {
    const page = pageOf(args, 1);
    const show = args.show ?? null;
    const [rows, counts] = [await this.imports.rows(id, show, page), await this.imports.counts(id)];
    const total = show === null ? Object.values(counts).reduce((sum, one) => sum + one, 0) : counts[show];
    return connection(rows, page, total, ({ position }) => [position], ({ importId, position, atColumn, ...row }): RosterRow => ({ ...row, id: `${importId}:${position}`, column: atColumn }));
  }

  @ResolveField(() => String, { nullable: true, description: 'Where the rows that are refused can be downloaded as CSV, to be mended and sent again; null: none is.' })
  async refusedUrl(@Parent() { id, counts }: RosterImportRow): Promise<string | null> { return counts.REFUSED > 0 ? `/rosters/imports/${id}/refused.csv` : null; }
}

function view(row: RosterImportRow): RosterImport;
function view(row: RosterImportRow | null): RosterImport | null;
function view(row: RosterImportRow | null): RosterImport | null {
  return row === null ? null : Object.assign(row, { mapped: row.mapping !== null, whole: Boolean(row.whole) });
}

function mappingOf(columns: readonly RosterColumnInput[]): Mapping {
  const mapping: Mapping = {};
  for (const [position, { column, index }] of columns.entries()) {
    if (mapping[column] !== undefined) throw platformErrors.BAD_INPUT({ says: 'Each column is named once.', path: ['columns', String(position), 'column'] });
    mapping[column] = index;
  }
  return mapping;
}
