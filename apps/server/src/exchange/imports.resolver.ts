import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { csvColumns } from '@preceptor/assessment/interchange';
import { BanksService } from '../authoring/banks/banks.service.js';
import { ItemBank } from '../authoring/banks/banks.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { found } from '../platform/found.js';
import { connection, pageOf } from '../platform/graphql/connection.js';
import type { ImportRow } from './exchange.entity.js';
import { columnsOf, ImportColumn, notesOf, TableColumn } from './formats.types.js';
import { type EntryView, ImportsService } from './imports.service.js';
import { ExistingPolicyEnum, ImportColumnInput, ImportCounts, ImportEntry, ImportEntryArgs, ImportEntryConnection, ImportProgress, ImportResult, ItemImport, TakenBack } from './imports.types.js';
import { guessColumns } from './reading/guess-columns.js';
import { type ExistingPolicy, RunningService } from './running.service.js';
import { readMapping } from './reading/read-mapping.js';

const idOf = { type: () => ID, description: 'The import\'s id.' } as const;

@Resolver(() => ItemImport)
export class ImportsResolver {
  constructor(private readonly imports: ImportsService, private readonly running: RunningService, private readonly banks: BanksService) {}

  @Query(() => ItemImport, { nullable: true, description: 'A file that was sent to POST /exchange/imports; null where there is none with this id, or no more: one that is not run is forgotten after a day.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  itemImport(@CurrentActor() actor: Actor, @Args('id', idOf) id: string): Promise<ItemImport | null> { return this.imports.find(actor, id); }

  @Query(() => [ItemImport], { description: 'The last imports into a bank that were run, newest first, 20 at most.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  itemImports(@CurrentActor() actor: Actor, @Args('bank', { type: () => ID, description: 'The bank\'s id.' }) bank: string): Promise<ItemImport[]> { return this.imports.ofBank(actor, bank); }

  @Query(() => [TableColumn], { description: 'The columns that a table of items may have, besides choice, target and feedback with a number.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  tableColumns(): TableColumn[] { return Object.entries(csvColumns).map(([column, holds]) => ({ column, holds })); }

  @Mutation(() => ItemImport, { description: 'Reads a table again, with other columns.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  mapImport(
    @CurrentActor() actor: Actor, @Args('id', idOf) id: string,
    @Args('columns', { type: () => [ImportColumnInput], description: 'Our columns that the table calls otherwise; headings that are ours are found without.' }) columns: ImportColumnInput[],
  ): Promise<ItemImport> {
    return this.imports.map(actor, id, readMapping(columns));
  }

  @Mutation(() => ItemImport, { description: 'Brings all good items of a file into its bank, whole or not at all; run again, it answers what came of the first time. Ask for `progress` meanwhile.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  runImport(
    @CurrentActor() actor: Actor, @Args('id', idOf) id: string,
    @Args('existing', { type: () => ExistingPolicyEnum, defaultValue: 'NEW_VERSION', description: 'What happens to items whose name the bank has given.' }) existing: ExistingPolicy,
    @Args('folder', { type: () => ID, nullable: true, description: 'The folder of the bank that new items go to; left out: the bank itself.' }) folder?: string | null,
  ): Promise<ItemImport> {
    return this.running.run(actor, id, existing, folder ?? null);
  }

  @Mutation(() => ItemImport, { description: 'Takes back what came in with an import, as far as nobody has worked on it since.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  undoImport(@CurrentActor() actor: Actor, @Args('id', idOf) id: string): Promise<ItemImport> { return this.running.undo(actor, id); }

  @Mutation(() => Boolean, { description: 'Forgets a file that is not to come in after all.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async discardImport(@CurrentActor() actor: Actor, @Args('id', idOf) id: string): Promise<boolean> {
    await this.imports.discard(actor, id);
    return true;
  }

  @ResolveField(() => ItemBank, { description: 'The bank that it goes into.' })
  async bank(@CurrentActor() actor: Actor, @Parent() { bankId }: ItemImport): Promise<ItemBank> { return found(await this.banks.find(actor, bankId)); }

  @ResolveField(() => [ImportColumn], { description: 'Of a table: our columns that it calls otherwise, as they were mapped.' })
  columns(@Parent() { columns }: ImportRow): ImportColumn[] { return columnsOf(columns); }

  @ResolveField(() => [ImportColumn], { description: 'Of a table: which of its headings likely holds which of our columns.' })
  guess(@Parent() { headings }: ItemImport): ImportColumn[] { return columnsOf(guessColumns(headings ?? [])); }

  @ResolveField(() => ImportCounts, { description: 'How many entries it has of each sort.' })
  async counts(@Parent() { id }: ItemImport): Promise<ImportCounts> {
    const { ALL: all, KEPT: kept, CHANGED: changed, LOST: lost, FAILED: failed, KNOWN: known, UNSOUND: unsound } = await this.imports.counts(id);
    return { all, kept, changed, lost, failed, known, unsound };
  }

  @ResolveField(() => ImportEntryConnection, { description: 'Its entries in the order of the file.' })
  async entries(@Parent() { id }: ItemImport, @Args() args: ImportEntryArgs): Promise<ImportEntryConnection> {
    const page = pageOf(args, 1);
    const rows = await this.imports.entries(id, args.show, page);
    return connection(rows, page, (await this.imports.counts(id))[args.show], ({ position }) => [position], entryOf);
  }

  @ResolveField(() => ImportResult, { nullable: true, description: 'What came of it; null: not run.' })
  result(@Parent() { outcome }: ImportRow): ImportResult | null {
    return outcome === null ? null : { created: outcome.CREATED, renamed: outcome.RENAMED, newVersions: outcome.NEW_VERSION, unchanged: outcome.UNCHANGED, skipped: outcome.SKIPPED };
  }

  @ResolveField(() => ImportProgress, { nullable: true, description: 'How far it is; null: it is not being run.' })
  progress(@Parent() { id }: ItemImport): ImportProgress | null { return this.running.progress(id); }

  @ResolveField(() => TakenBack, { nullable: true, description: 'What came of taking it back; null: it was not.' })
  async takenBack(@Parent() { id, state }: ItemImport): Promise<TakenBack | null> { return state === 'UNDONE' ? this.running.takenBack(id) : null; }
}

function entryOf({ importId, position, outcome, notes, known, sound, ...rest }: EntryView): ImportEntry {
  return {
    ...rest, id: `${importId}:${position}`, known: Boolean(known), sound: Boolean(sound), kept: notesOf(notes.kept), changed: notesOf(notes.changed), lost: notesOf(notes.lost),
    outcome: outcome?.outcome ?? null, itemId: outcome === null || Boolean(outcome.undone) ? null : outcome.itemId,
  };
}
