import type { Finding, LintReport, Waiver } from './finding.js';

/** Findings parted into those that stand and those that someone has waived with a reason. */
export function withWaivers(all: readonly Finding[], waivers: readonly Waiver[]): Omit<LintReport, 'skipped'> {
  const used = new Set<Waiver>();
  const report: Omit<LintReport, 'skipped'> = { findings: [], waived: [], idleWaivers: [] };
  for (const finding of all) {
    const waiver = waivers.find((candidate) => candidate.reason.trim() !== '' && covers(candidate, finding));
    if (waiver === undefined) {
      report.findings.push(finding);
      continue;
    }
    used.add(waiver);
    report.waived.push({ ...finding, reason: waiver.reason.trim() });
  }
  report.idleWaivers.push(...waivers.filter((waiver) => !used.has(waiver)));
  return report;
}

function covers({ item, code, path }: Waiver, finding: Finding): boolean {
  return item === finding.item && code === finding.code && (path === undefined || path === finding.path);
}
