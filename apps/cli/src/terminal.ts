import type { Writable } from 'node:stream';

/** Where a command writes: results to `out`, progress and complaints to `err`. */
export interface Terminal {
  out: Writable;
  err: Writable;
  /** `err` is a person's terminal: show progress, colours and what was done; else stay silent when all is well */
  interactive: boolean;
  columns: number;
}

export function processTerminal(): Terminal {
  return { out: process.stdout, err: process.stderr, interactive: process.stderr.isTTY === true, columns: process.stderr.columns ?? 100 };
}

/** 0 well, 1 the source has errors or the work failed, 2 the command line is wrong, 130 stopped by the user. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Ends a command with a sentence and no stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
