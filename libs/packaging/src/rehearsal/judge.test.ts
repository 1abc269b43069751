import { describe, expect, test } from '@jest/globals';
import { FindingList } from '../verify/findings/finding-list.js';
import { findingEntries, registry, type FindingName } from '../verify/findings/registry.js';
import type { PackageStandard } from '../verify/verification.js';
import { judge } from './judge.js';
import type { ActivityRehearsal } from './rehearsal.js';

const sound: ActivityRehearsal = {
  id: 'a', title: 'Bowline', launches: 2, steps: 9, seconds: 3, ended: 'completed', calls: [{ name: 'LMSInitialize', element: null, count: 2, errors: 0 }], faults: [], initialised: true, committed: true, terminated: true,
  completion: 'completed', success: null, score: { raw: 80, min: 0, max: 100, scaled: null }, resume: 'resumed', stateLength: 200, sessionTime: '0000:00:03.00',
  consoleErrors: [], failedRequests: [], externalRequests: [], firstPaint: 120, bytes: 1000, requests: 2,
};
const found = (change: Partial<ActivityRehearsal>, standard: PackageStandard = 'scorm-1.2'): string[] => {
  const findings = new FindingList();
  judge({ browser: 'Chromium', seconds: 3, activities: [{ ...sound, ...change }] }, standard, findings);
  return findings.sorted().map(({ code }) => code);
};
const fault = (kind: ActivityRehearsal['faults'][number]['kind']): Partial<ActivityRehearsal> => ({ faults: [{ kind, call: 'LMSSetValue(cmi.x, "1")', error: '301', count: 1 }] });

const provocations: Partial<Record<FindingName, Partial<ActivityRehearsal>>> = {
  'does-not-open': { firstPaint: null, calls: [], initialised: false },
  'never-initialises': { initialised: false },
  'call-too-early': fault('before-initialise'),
  'call-too-late': fault('after-terminate'),
  'value-refused': fault('refused-value'),
  'element-unknown': fault('unknown-element'),
  'commits-too-late': { committed: false },
  'never-completes': { completion: 'incomplete', ended: 'nothing-left' },
  'score-absurd': { score: { raw: 120, min: 0, max: 100, scaled: null } },
  'resume-lost': { resume: 'lost' },
  'no-session-time': { sessionTime: null },
  'never-terminates': { terminated: false },
  'console-error': { consoleErrors: ['x is not defined'] },
  'request-failed': { failedRequests: ['missing.js'] },
  'external-request': { externalRequests: ['https://cdn.example/a.js'] },
  'state-too-long': { stateLength: 4_097 },
  'slow-start': { firstPaint: 3_001 },
  'stopped-at-limit': { ended: 'time' },
  'statement-order': fault('order'),
};

describe('what was played', () => {
  test('is praised when it behaved', () => {
    expect(found({})).toEqual([]);
  });

  test.each(findingEntries().filter(([, { code }]) => code > 'VER600').map(([name]) => name))('is blamed for %s, and for nothing else', (name) => {
    expect(found(provocations[name] ?? {})).toEqual([registry[name].code]);
  });

  test('is not blamed for what it had no time to do, but for what it did', () => {
    const cutOff = { ended: 'time', seconds: 3, committed: false, terminated: false, sessionTime: null, resume: 'lost' } as const;
    expect(found(cutOff)).toEqual(['VER618']);
    expect(found({ ...cutOff, initialised: false, firstPaint: null, calls: [] })).toEqual(['VER618']);
    expect(found({ ...cutOff, ...fault('refused-value') })).toEqual(['VER605', 'VER618']);
    expect(found({ ...cutOff, seconds: 30 })).toContain('VER607');
  });

  test('may keep 64,000 characters in the later editions, and 4,000 in the second', () => {
    expect([found({ stateLength: 64_000 }, 'scorm-2004-4'), found({ stateLength: 4_001 }, 'scorm-2004-2')]).toEqual([[], ['VER616']]);
  });

  test.each([[{ raw: 5, min: 10, max: 20, scaled: null }], [{ raw: null, min: null, max: null, scaled: 80 }], [{ raw: null, min: 5, max: 1, scaled: null }], [{ raw: Number.NaN, min: null, max: null, scaled: null }]])('has an absurd score: %p', (score) => {
    expect(found({ score }, 'scorm-2004-4')).toEqual(['VER609']);
  });
});
