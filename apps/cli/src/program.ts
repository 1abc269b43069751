import { Command, InvalidArgumentError, Option } from 'commander';
import { standardNames, type StandardName } from '@preceptor/packaging';
import { check } from './commands/check.js';
import { diff } from './commands/diff.js';
import { operate } from './commands/operate.js';
import { packageCourse } from './commands/package.js';
import { previewFile } from './commands/preview-file.js';
import { preview } from './commands/preview.js';
import { pull } from './commands/pull.js';
import { push } from './commands/push.js';
import { verify } from './commands/verify.js';
import { addPackageFlags, packageOptionsIn } from './packaging/flags.js';
import type { ExitCode, Terminal } from './terminal.js';

interface ExchangeOptions { server?: string; key: string; bank?: string; dryRun?: boolean }

/** The whole command line. `finish` is told the exit code of the command that ran. */
export function program(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const root = new Command('preceptor')
    .description("A course author's command line: check a course source, look at it, package it for an LMS.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text), outputError: (text, write) => write(text.replace(/^error: /, 'preceptor: ')) })
    .showHelpAfterError('Try preceptor --help.')
    .addHelpText('after', examples('preceptor check courses/my-course', 'preceptor preview courses/my-course', 'preceptor package courses/my-course --standard scorm-1.2 --out my-course.zip'))
    .addHelpText('after', '\nExit codes: 0 all is well, 1 the source has errors, 2 the command line is wrong.');

  root
    .command('check')
    .description('say everything that is wrong with a course source, and which lesson teaches and which item asks each statement')
    .argument('<folder>', 'the folder that holds course.yaml')
    .option('--json', 'diagnostics and table as JSON, for editors and scripts')
    .addHelpText('after', examples('preceptor check courses/my-course', 'preceptor check courses/my-course --json | jq .diagnostics'))
    .action(async (folder: string, options: { json?: boolean }) => finish(await check(folder, { json: options.json === true }, terminal)));

  root
    .command('preview')
    .description('serve a course in the real player and show every change as it is saved, or write it as one page for a reviewer')
    .argument('<folder>', 'the folder that holds course.yaml')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 4400)
    .option('--out <file>', 'serve nothing: write one HTML page that plays anywhere and records nothing')
    .option('--language <tag>', 'with --out: one language of the course alone')
    .addHelpText('after', examples('preceptor preview courses/my-course', 'preceptor preview courses/my-course --port 0', 'preceptor preview courses/my-course --out review.html'))
    .action(async (folder: string, options: { port: number; out?: string; language?: string }) =>
      finish(options.out === undefined ? await preview(folder, options, terminal) : await previewFile(folder, { ...options, out: options.out }, terminal)));

  const packaging = root
    .command('package')
    .description('write a course as one zip that an LMS imports')
    .argument('<folder>', 'the folder that holds course.yaml')
    .addOption(new Option('--standard <name>', 'what to package for').choices([...standardNames]).makeOptionMandatory())
    .option('--out <file>', 'the zip to write; without it, <course>-<version>-<standard>.zip here; a site may be written as a folder, whose name ends in /');
  addPackageFlags(packaging)
    .option('--strict', 'write nothing when the standard cannot say all that was asked for')
    .option('--no-cache', 'make the package anew, and keep nothing for the next time')
    .addHelpText('after', examples(
      'preceptor package courses/my-course --standard scorm-1.2 --out my-course.zip',
      'preceptor package courses/my-course --standard scorm-2004-4 --structure units --order in-order',
      'preceptor package courses/my-course --standard cmi5 --pass-mark 80% --attempts 3 --language es',
      'preceptor package courses/my-course --standard site --out public/my-course/',
    ))
    .addHelpText('after', '\nWhat is not asked for here is as course.yaml says under "packaging", else as the defaults in docs/packaging.md.')
    .action(async (folder: string, read: { standard: StandardName; out?: string; strict?: boolean; cache: boolean }) =>
      finish(await packageCourse(folder, { ...read, options: packageOptionsIn({ ...read }) }, terminal)));

  root
    .command('diff')
    .description('say what a new version changes for learners who are in the middle, and whether an LMS can replace the one by the other')
    .argument('<from>', 'the zip that is in use, or a course folder')
    .argument('<to>', 'the zip that would replace it, or a course folder')
    .option('--json', 'everything as JSON, for scripts')
    .addHelpText('after', examples('preceptor diff course-1.zip course-2.zip', 'preceptor diff course-1.zip courses/my-course --json'))
    .addHelpText('after', '\nExit codes: 0 safe to replace, 1 with care or a new activity is needed, 2 one of the two cannot be compared.')
    .action(async (from: string, to: string, options: { json?: boolean }) => finish(await diff(from, to, { json: options.json === true }, terminal)));

  root
    .command('verify')
    .description('say what an LMS would object to in a SCORM or cmi5 package, ours or not, and play it')
    .argument('<file>', 'the zip')
    .option('--json', 'everything as JSON, for scripts')
    .option('--report <file>', 'write a page for people as well')
    .option('--no-play', 'look at the files alone')
    .option('--timeout <seconds>', 'most seconds that playing may take', seconds, 120)
    .addHelpText('after', examples('preceptor verify course.zip', 'preceptor verify course.zip --report report.html', 'preceptor verify course.zip --no-play --json'))
    .addHelpText('after', '\nExit codes: 0 fine, 1 an LMS would object, 2 there is no such file.')
    .action(async (file: string, options: { json?: boolean; report?: string; play: boolean; timeout: number }) => finish(await verify(file, { ...options, json: options.json === true }, terminal)));

  addExchange(root, terminal, finish);
  addOperating(root, terminal, finish);
  return root;
}

/** `backup`, `restore` and `rotate-keys`: for whoever runs a server, with its settings. */
function addOperating(root: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  root
    .command('backup')
    .description('write all that a server keeps to one file, while it runs; DATABASE_URL and DATA_DIR are those of the server')
    .argument('<file>', 'the file to write')
    .addHelpText('after', examples('preceptor backup preceptor-monday.backup'))
    .action(async (file: string) => finish(await operate(['backup', file], terminal)));
  root
    .command('restore')
    .description('put a backup into an empty database of either engine and an empty DATA_DIR, all of it or nothing')
    .argument('<file>', 'what backup wrote')
    .addHelpText('after', examples('preceptor restore preceptor-monday.backup'))
    .action(async (file: string) => finish(await operate(['restore', file], terminal)));
  root
    .command('rotate-keys')
    .description('seal encrypted columns anew with the first key of DATA_KEYS')
    .addHelpText('after', examples('preceptor rotate-keys'))
    .action(async () => finish(await operate(['rotate-keys'], terminal)));
}

/** `pull` and `push`: the banks of a course source and those of a server. */
function addExchange(root: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const exchange = (name: string, description: string): Command => root
    .command(name)
    .description(description)
    .argument('<folder>', 'the folder that holds course.yaml')
    .option('--server <address>', 'the Preceptor server; left out: that of the last time')
    .addOption(new Option('--key <key>', 'an API key with the scopes read and authoring; better in the environment than here').env('PRECEPTOR_KEY').makeOptionMandatory())
    .option('--bank <id>', 'one bank alone')
    .option('--dry-run', 'say what would be done, and do nothing');

  exchange('pull', "bring what changed in a server's banks into the course source, item by item and field by field")
    .addOption(new Option('--prefer <side>', 'whose field stands where both changed one').choices(['mine', 'theirs']))
    .addHelpText('after', examples('preceptor pull courses/my-course --server https://learn.example.org', 'preceptor pull courses/my-course --dry-run', 'preceptor pull courses/my-course --prefer theirs'))
    .addHelpText('after', '\nExit codes: 0 all is joined, 1 both sides changed one field (said with file and line) or it failed, 2 the command line is wrong.')
    .action(async (folder: string, options: ExchangeOptions & { prefer?: 'mine' | 'theirs' }) => finish(await pull(folder, options, terminal)));

  exchange('push', "send what changed in the banks of a course source to a server, as drafts to be reviewed there")
    .addHelpText('after', examples('preceptor push courses/my-course', 'preceptor push courses/my-course --dry-run'))
    .addHelpText('after', '\nExit codes: 0 all is sent, 1 the server has changes that were not pulled, or refused some, 2 the command line is wrong.')
    .action(async (folder: string, options: ExchangeOptions) => finish(await push(folder, options, terminal)));
}


function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ npx ${line}`).join('\n')}`;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function seconds(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number < 1 || number > 3600) throw new InvalidArgumentError('A number of seconds from 1 to 3600.');
  return number;
}
