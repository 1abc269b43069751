import { Archive, sha256Of } from './archive/archive.js';
import { FindingList } from './findings/finding-list.js';
import { Refusal } from './findings/refusal.js';
import { defaultLimits } from './limits.js';
import { look, type Looked } from './look.js';
import { playPackage } from './play.js';
import type { Severity, Verification, VerifyOptions } from './verification.js';

/**
 * Looks at a SCORM 1.2, SCORM 2004 or cmi5 package of anybody's and, unless told otherwise, plays it. What is wrong with
 * the package is in the result; it throws only when there is no such file, or when `signal` ends it.
 */
export async function verifyPackage(file: string, options: VerifyOptions = {}): Promise<Verification> {
  const limits = { ...defaultLimits, ...options.limits };
  const findings = new FindingList();
  let archive: Archive | null = null;
  let looked: Looked | null = null;
  let refused = false;
  let played: Pick<Verification, 'rehearsal' | 'notPlayed'> = { rehearsal: null, notPlayed: null };
  const sha256 = await sha256Of(file);
  try {
    archive = await Archive.open(file, limits);
    looked = await look(archive, limits, findings, options.signal);
    played = await playPackage(archive, looked, options, findings);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused = true;
    findings.add(error.finding, error.file, error.place, error.message, error.help);
    played = { rehearsal: null, notPlayed: 'A package that is refused is not played.' };
  } finally {
    archive?.close();
  }
  const sorted = findings.sorted();
  const count = (severity: Severity): number => sorted.filter((finding) => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info') };
  return {
    formatVersion: 1,
    file: file.replace(/^.*[\\/]/, ''),
    zip: { bytes: archive?.bytes ?? (await sizeOf(file)), sha256 },
    verdict: refused ? 'refused' : counts.error > 0 ? 'objections' : 'fine',
    package: looked?.facts ?? null,
    findings: sorted,
    counts,
    ...played,
  };
}

async function sizeOf(file: string): Promise<number> {
  const { stat } = await import('node:fs/promises');
  return (await stat(file)).size;
}
