import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * Where the work of one compile is kept for a later process. `version` names the compiler: what another one kept is not
 * used, so it must change with every change of the compiler's code.
 */
export interface KeptWork { file: string; version: string }

const mark = 'preceptor-kept-work/1';
const digestBytes = 32;

/** What was kept there; null where there is nothing, or nothing that this compiler can use. Never throws. */
export async function recallWork({ file, version }: KeptWork): Promise<unknown> {
  try {
    const bytes = await readFile(file);
    const body = bytes.subarray(digestBytes);
    if (!digestOf(body).equals(bytes.subarray(0, digestBytes))) return null;
    const kept = deserialize(body) as { mark?: unknown; version?: unknown; work?: unknown };
    return kept.mark === mark && kept.version === version ? kept.work : null;
  } catch {
    return null;
  }
}

/** Keeps it, whole or not at all. A disk that is full or closed to us costs the next compile time, and nothing else. */
export async function keepWork({ file, version }: KeptWork, work: unknown): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    const body = serialize({ mark, version, work });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, [digestOf(body), body], { mode: 0o600 });
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
