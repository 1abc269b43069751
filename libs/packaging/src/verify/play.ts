import type { Archive } from './archive/archive.js';
import type { FindingList } from './findings/finding-list.js';
import type { Looked } from './look.js';
import type { Verification, VerifyOptions } from './verification.js';

/** Plays what can be played. A machine without a Chromium still gives the rest of the report, and says so. */
export async function playPackage(archive: Archive, { facts }: Looked, options: VerifyOptions, findings: FindingList): Promise<Pick<Verification, 'rehearsal' | 'notPlayed'>> {
  if (options.play === false) return { rehearsal: null, notPlayed: 'Playing was not asked for.' };
  if (facts.standard === null) return { rehearsal: null, notPlayed: 'Its standard is not known.' };
  if (facts.activities.length === 0) return { rehearsal: null, notPlayed: 'There is nothing in it to launch.' };
  // Loaded when it is needed: a browser's library is large.
  const { findChromium, judge, rehearse } = await import('../rehearsal/index.js');
  const chromium = findChromium(options.chromiumPath);
  if (chromium === null) return { rehearsal: null, notPlayed: 'There is no Chromium here: install it, or name it in CHROMIUM_PATH.' };
  try {
    const rehearsal = await rehearse({ archive, standard: facts.standard, activities: facts.activities, chromium, seconds: options.timeoutSeconds ?? 120, ...(options.signal === undefined ? {} : { signal: options.signal }) });
    judge(rehearsal, facts.standard, findings);
    return { rehearsal, notPlayed: null };
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    // The rest of the report is no worse for a browser that fails.
    return { rehearsal: null, notPlayed: `The browser failed: ${String(error).split('\n')[0] ?? ''}` };
  }
}
