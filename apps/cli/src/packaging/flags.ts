import { InvalidArgumentError, Option, type Command } from 'commander';
import { packageOptionsSchema } from '@preceptor/course';
import type { PackageOptions } from '@preceptor/course/delivery';

type Key = keyof PackageOptions;
interface Flag {
  flags: string;
  key: Key;
  /** what the word after the flag stands for */
  read?: (text: string) => unknown;
  /** ends the sentence "--flag takes …" */
  takes?: string;
}

/** One line an option; what each means is said once, in the schema of the course's own options. */
const valued: Flag[] = [
  { flags: '--structure <structure>', key: 'structure' },
  { flags: '--order <order>', key: 'order' },
  { flags: '--pass-mark <mark>', key: 'passMark', read: share, takes: 'a number from 0 to 1, a percentage such as 80%, or "none"' },
  { flags: '--completes <rule>', key: 'completes' },
  { flags: '--status <status>', key: 'status' },
  { flags: '--interactions <what>', key: 'interactions' },
  { flags: '--window <where>', key: 'window' },
  { flags: '--language <tag>', key: 'language', read: (text) => text, takes: 'the tag of a language such as es, or "all"' },
  { flags: '--exit <how>', key: 'exit' },
  { flags: '--attempts <number>', key: 'attempts', read: numberOrNone, takes: 'a whole number from 1 to 100, or "none"' },
  { flags: '--time-limit <minutes>', key: 'timeLimitMinutes', read: numberOrNone, takes: 'minutes, a whole number from 1 to 100000, or "none"' },
  { flags: '--valid-until <date>', key: 'validUntil', read: (text) => (text === 'none' ? null : text), takes: 'a date such as 2027-12-31, or "none"' },
];

/** Adds a flag for every option of a package to a command. Without one, what stands with the course holds. */
export function addPackageFlags(command: Command): Command {
  for (const flag of valued) command.addOption(optionOf(flag));
  return command
    .option('--exit-button', meaning('exitButton'))
    .option('--no-exit-button', 'show no such button')
    .option('--hide-lms-navigation', meaning('hideLmsNavigation'))
    .option('--no-hide-lms-navigation', "leave the LMS's own navigation as it is")
    .addOption(new Option('--show-lms-navigation', 'the same as --no-hide-lms-navigation').implies({ hideLmsNavigation: false }));
}

/** The options of a package among those that commander read. */
export function packageOptionsIn(read: Record<string, unknown>): Partial<PackageOptions> {
  const given: Record<string, unknown> = {};
  for (const { flags, key } of valued) {
    const value = read[camel(flags)];
    if (value instanceof Value) given[key] = value.of;
    else if (value !== undefined) given[key] = value;
  }
  for (const key of ['exitButton', 'hideLmsNavigation'] satisfies Key[]) if (read[key] !== undefined) given[key] = read[key];
  return given as Partial<PackageOptions>;
}

/** What a parsed flag stands for: commander would make null, which is a value here, an empty text. */
class Value {
  constructor(readonly of: unknown) {}
}

function optionOf({ flags, key, read, takes }: Flag): Option {
  const option = new Option(flags, meaning(key));
  const schema = packageOptionsSchema.shape[key];
  if (read === undefined) return option.choices(choicesOf(key));
  return option.argParser((text: string) => {
    const result = schema.safeParse(read(text));
    if (!result.success || result.data === undefined) throw new InvalidArgumentError(`${flags.split(' ')[0]} takes ${takes}.`);
    return new Value(result.data);
  });
}

function meaning(key: Key): string {
  const text = packageOptionsSchema.shape[key].meta()?.description ?? '';
  return text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

function choicesOf(key: Key): string[] {
  const inner: unknown = packageOptionsSchema.shape[key].unwrap();
  return typeof inner === 'object' && inner !== null && 'options' in inner && Array.isArray(inner.options) ? inner.options.map(String) : [];
}

function share(text: string): unknown {
  if (text === 'none') return null;
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
  return percent === undefined ? plainNumber(text) : Number((Number(percent) / 100).toFixed(6));
}

function numberOrNone(text: string): unknown {
  return text === 'none' ? null : plainNumber(text);
}

function plainNumber(text: string): number | null | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function camel(flags: string): string {
  return (flags.split(' ')[0] ?? '').slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
