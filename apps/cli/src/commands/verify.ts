import { writeFile } from 'node:fs/promises';
import { verificationHtml, verifyPackage } from '@preceptor/packaging/verify';
import { printVerification } from '../output/findings.js';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

export interface VerifyCommand { json: boolean; report?: string; play: boolean; timeout: number }

/** `preceptor verify`: says what an importing LMS would object to, and plays the package. */
export async function verify(file: string, { json, report, play, timeout }: VerifyCommand, terminal: Terminal): Promise<ExitCode> {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  try {
    if (terminal.interactive && play) terminal.err.write(`Looking at ${file}, then playing it; at most ${timeout} seconds.\n`);
    const verification = await verifyPackage(file, { play, timeoutSeconds: timeout, signal: stop.signal });
    if (report !== undefined) await written(report, verificationHtml(verification));
    if (json) terminal.out.write(`${JSON.stringify(verification, null, 2)}\n`);
    else printVerification(verification, terminal.out, terminal.columns);
    return verification.verdict === 'fine' ? 0 : 1;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new CommandError(2, `There is no file ${file}.`);
    if (code === 'EISDIR' || code === 'EACCES') throw new CommandError(2, `${file} ${code === 'EISDIR' ? 'is a folder; name the zip' : 'may not be read'}.`);
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}

async function written(report: string, text: string): Promise<void> {
  await writeFile(report, text).catch((error: unknown) => {
    throw new CommandError(2, `${report} may not be written: ${error instanceof Error ? error.message : String(error)}.`);
  });
}
