import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf, PageArgs } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { type EntryOutcome, entryOutcomes, type ImportState, importStates, type Verdict, verdicts } from './exchange.entity.js';
import { ExchangeFormatEnum, ExchangeNote } from './formats.types.js';
import type { EntryChoice } from './imports.service.js';
import type { ImportFormat } from './reading/detect.js';
import type { ExistingPolicy } from './running.service.js';

const enumOf = <V extends string>(values: readonly V[]) => Object.fromEntries(values.map((value) => [value, value])) as { [K in V]: K };

const ImportStateEnum = enumOf<ImportState>(importStates);
registerEnumType(ImportStateEnum, {
  name: 'ItemImportState', description: 'How far an import is.',
  valuesMap: { READ: { description: 'It was read and waits to be run; it is forgotten after a day.' }, DONE: { description: 'It was run: what was good came in.' }, UNDONE: { description: 'What had come in was taken back, as far as nobody had touched it.' } },
});
const VerdictEnum = enumOf<Verdict>(verdicts);
registerEnumType(VerdictEnum, {
  name: 'ImportVerdict', description: 'The worst that happened to an item of a file when it was read.',
  valuesMap: { KEPT: { description: 'It is as the file says.' }, CHANGED: { description: 'Something is not quite as the file says.' }, LOST: { description: 'Something that the file says is lost.' }, FAILED: { description: 'It could not be read, and does not come in.' } },
});
const EntryOutcomeEnum = enumOf<EntryOutcome>(entryOutcomes);
registerEnumType(EntryOutcomeEnum, {
  name: 'ImportOutcome', description: 'What became of an item of a file when the import was run.',
  valuesMap: {
    CREATED: { description: 'It is a new item.' }, RENAMED: { description: 'It is a new item under another name, since its own was taken.' }, NEW_VERSION: { description: 'It is a new draft of the item that has its name.' },
    UNCHANGED: { description: 'The bank had it already, word for word.' }, SKIPPED: { description: 'It was left out, since its name was taken.' },
  },
});
export const EntryChoiceEnum = enumOf<EntryChoice>(['ALL', 'KEPT', 'CHANGED', 'LOST', 'FAILED', 'KNOWN', 'UNSOUND']);
registerEnumType(EntryChoiceEnum, {
  name: 'ImportEntryChoice', description: 'Which entries of an import.',
  valuesMap: {
    ALL: { description: 'All.' }, KEPT: { description: 'Those that are as the file says.' }, CHANGED: { description: 'Those of which something is changed, and nothing lost.' }, LOST: { description: 'Those of which something is lost.' },
    FAILED: { description: 'What could not be read.' }, KNOWN: { description: 'Those whose name the bank had given.' }, UNSOUND: { description: 'Those that come in and can\'t be scored yet.' },
  },
});
export const ExistingPolicyEnum = enumOf<ExistingPolicy>(['NEW_VERSION', 'SKIP', 'RENAME']);
registerEnumType(ExistingPolicyEnum, {
  name: 'ExistingItems', description: 'What happens to an item whose name the bank has given.',
  valuesMap: { NEW_VERSION: { description: 'It becomes a new draft of that item; what is approved stays in use.' }, SKIP: { description: 'It is left out.' }, RENAME: { description: 'It comes in beside it, under a name with a number.' } },
});

@ObjectType({ description: 'One item of a file that came in, or what could not be read of it.' })
@Allow('with-parent')
export class ImportEntry {
  @Field(() => ID, { description: 'The entry\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The name that it would have; of what could not be read, what the file calls it, as far as that is known.' })
  name!: string;
  @Field(() => String, { description: 'The item\'s kind; empty: not read.' })
  kind!: string;
  @Field(() => String, { description: 'The beginning of its stem, without markup; empty: not read.' })
  stem!: string;
  @Field(() => String, { description: 'The file that it stands in.' })
  file!: string;
  @Field(() => Int, { nullable: true, description: 'The line, or row of a sheet, on which it begins, from 1; null: the whole file.' })
  line!: number | null;
  @Field(() => VerdictEnum, { description: 'The worst that happened to it.' })
  verdict!: Verdict;
  @Field(() => Boolean, { description: 'Whether the bank had given its name when the file was read.' })
  known!: boolean;
  @Field(() => Boolean, { description: 'Whether it can be shown and scored.' })
  sound!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it could not be read, or can\'t be scored yet; null: all is well.' })
  reason!: string | null;
  @Field(() => [ExchangeNote], { description: 'What is as the file says.' })
  kept!: ExchangeNote[];
  @Field(() => [ExchangeNote], { description: 'What is not quite as the file says.' })
  changed!: ExchangeNote[];
  @Field(() => [ExchangeNote], { description: 'What the file says and the item can\'t.' })
  lost!: ExchangeNote[];
  @Field(() => EntryOutcomeEnum, { nullable: true, description: 'What became of it; null: not run, or not read.' })
  outcome!: EntryOutcome | null;
  @Field(() => ID, { nullable: true, description: 'The item that it became; null: none, or taken back.' })
  itemId!: string | null;
}
@ObjectType({ description: 'A page of entries.' })
@Allow('with-parent')
export class ImportEntryConnection extends ConnectionOf(ImportEntry) {}

@ArgsType()
export class ImportEntryArgs extends PageArgs {
  @Field(() => EntryChoiceEnum, { defaultValue: 'ALL', description: 'Which entries.' })
  show!: EntryChoice;
}

@ObjectType({ description: 'How many entries an import has of each sort.' })
@Allow('with-parent')
export class ImportCounts {
  @Field(() => Int, { description: 'All.' }) all!: number;
  @Field(() => Int, { description: 'As the file says.' }) kept!: number;
  @Field(() => Int, { description: 'Something is changed, nothing lost.' }) changed!: number;
  @Field(() => Int, { description: 'Something is lost.' }) lost!: number;
  @Field(() => Int, { description: 'Not read.' }) failed!: number;
  @Field(() => Int, { description: 'With a name that the bank had given.' }) known!: number;
  @Field(() => Int, { description: 'Not to be scored yet.' }) unsound!: number;
}

@ObjectType({ description: 'What came of an import.' })
@Allow('with-parent')
export class ImportResult {
  @Field(() => Int, { description: 'New items.' }) created!: number;
  @Field(() => Int, { description: 'New items under another name.' }) renamed!: number;
  @Field(() => Int, { description: 'New drafts of items that were there.' }) newVersions!: number;
  @Field(() => Int, { description: 'Items that the bank had already, word for word.' }) unchanged!: number;
  @Field(() => Int, { description: 'Items that were left out.' }) skipped!: number;
}
@ObjectType({ description: 'How far an import is that is being run.' })
@Allow('with-parent')
export class ImportProgress {
  @Field(() => Int, { description: 'Entries that are done.' }) done!: number;
  @Field(() => Int, { description: 'Entries in all.' }) total!: number;
}
@ObjectType({ description: 'What came of taking an import back.' })
@Allow('with-parent')
export class TakenBack {
  @Field(() => Int, { description: 'Items that are as they were before.' }) gone!: number;
  @Field(() => Int, { description: 'Items that stay, since somebody has worked on them meanwhile.' }) stay!: number;
}

@ObjectType({ description: 'A file of items that came in: read, looked at, run.' })
@Allow('with-parent')
export class ItemImport {
  @Field(() => ID, { description: 'The import\'s id.' })
  id!: string;
  @Field(() => ImportStateEnum, { description: 'How far it is.' })
  state!: ImportState;
  @Field(() => String, { description: 'The file\'s name.' })
  name!: string;
  @Field(() => ExchangeFormatEnum, { description: 'The format that the file has.' })
  format!: ImportFormat;
  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  at!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was run.' })
  doneAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  undoneAt!: string | null;
  @Field(() => [String], { nullable: true, description: 'The headings of a table; null: it is none.' })
  headings!: string[] | null;
  bankId!: string;
  accountId!: string;
}

@InputType({ description: 'Which heading of a table holds one of our columns.' })
export class ImportColumnInput {
  @Field(() => String, { description: 'Our column, of `tableColumns`.' })
  column!: string;
  @Field(() => String, { description: 'The heading in the table.' })
  heading!: string;
}
