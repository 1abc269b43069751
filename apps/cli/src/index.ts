import { CommanderError } from 'commander';
import { PackagingError } from '@preceptor/packaging';
import { program } from './program.js';
import { CommandError, processTerminal, type ExitCode, type Terminal } from './terminal.js';

/** Runs one command line (without `node` and the script's name) and gives back its exit code; never throws. */
export async function run(argv: string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const finish = (code: ExitCode): void => void (exitCode = code);
  try {
    await program(terminal, finish).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandError) return complain(terminal, error.message, error.exitCode);
    if (error instanceof PackagingError) return complain(terminal, error.message, packagingExit[error.code] ?? 1);
    terminal.err.write(`preceptor: something went wrong that should not: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['PRECEPTOR_DEBUG'] !== undefined && error instanceof Error) terminal.err.write(`${error.stack ?? ''}\n`);
    return 1;
  }
}

/** Where to write is the command line's business; everything else is the source's or the machine's. */
const packagingExit: Partial<Record<PackagingError['code'], ExitCode>> = { OUT_NOT_WRITABLE: 2, OPTION_IMPOSSIBLE: 2, ABORTED: 130 };

function complain(terminal: Terminal, message: string, exitCode: ExitCode): ExitCode {
  terminal.err.write(`preceptor: ${message}\n`);
  return exitCode;
}
