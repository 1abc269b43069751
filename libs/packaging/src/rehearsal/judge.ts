import type { FindingList } from '../verify/findings/finding-list.js';
import type { FindingName } from '../verify/findings/registry.js';
import type { PackageStandard } from '../verify/verification.js';
import type { ActivityRehearsal, CallFault, Rehearsal } from './rehearsal.js';

/** Longest suspend data by edition (SCORM 1.2 RTE 3.4.6, SCORM 2004 RTE 4.2.21). */
const mostState: Record<PackageStandard, number> = { 'scorm-1.2': 4_096, 'scorm-2004-2': 4_000, 'scorm-2004-3': 64_000, 'scorm-2004-4': 64_000, cmi5: Infinity };
const faultCodes: Record<CallFault['kind'], FindingName> = {
  'before-initialise': 'call-too-early', 'after-terminate': 'call-too-late', 'unknown-element': 'element-unknown', 'refused-value': 'value-refused', order: 'statement-order',
};

/** An activity that was stopped after fewer seconds had no time to do what it is not seen to do. */
const fairSeconds = 10;

/** What an LMS would object to in what was played. */
export function judge(rehearsal: Rehearsal, standard: PackageStandard, findings: FindingList): void {
  for (const activity of rehearsal.activities) judgeActivity(activity, standard, findings);
}

function judgeActivity(activity: ActivityRehearsal, standard: PackageStandard, findings: FindingList): void {
  const who = activity.title === '' ? activity.id : activity.title;
  const add = (name: FindingName, message: string): void => findings.add(name, '', null, message);
  const hadTime = activity.ended !== 'time' || activity.seconds >= fairSeconds;
  if (hadTime && activity.firstPaint === null && activity.calls.length === 0) add('does-not-open', `${said(who)} shows nothing and calls nothing.`);
  else if (hadTime && !activity.initialised) add('never-initialises', `${said(who)} never initialises.`);
  for (const { kind, call, error, count } of activity.faults) {
    const often = count === 1 ? '' : ` (${count} times)`;
    add(faultCodes[kind], kind === 'order' ? `${said(who)}: ${call} ${error}.` : kind === 'before-initialise' ? `${said(who)}: ${call} came before the session was initialised${often}.` : kind === 'after-terminate' ? `${said(who)}: ${call} came after the session was ended${often}.` : `${said(who)}: ${call} was answered with error ${error}${often}.`);
  }
  if (activity.ended === 'time' || activity.ended === 'steps') add('stopped-at-limit', `${said(who)} was stopped after ${activity.seconds} seconds and ${activity.steps} steps.`);
  if (activity.initialised) judgeValues(activity, who, standard, add);
  if (activity.initialised && hadTime) judgeOmissions(activity, who, add);
  for (const message of activity.consoleErrors) add('console-error', `${said(who)}: ${message}`);
  for (const path of activity.failedRequests) add('request-failed', `${said(who)} asks for ${path}, which is not in the package.`);
  for (const address of activity.externalRequests) add('external-request', `${said(who)} asks for ${address}.`);
  if (activity.firstPaint !== null && activity.firstPaint > 3_000) add('slow-start', `${said(who)} shows its first page after ${(activity.firstPaint / 1000).toFixed(1)} seconds.`);
}

function judgeValues(activity: ActivityRehearsal, who: string, standard: PackageStandard, add: (name: FindingName, message: string) => void): void {
  const absurd = absurdity(activity.score, standard);
  if (absurd !== null) add('score-absurd', `${said(who)}: ${absurd}.`);
  if (activity.stateLength > mostState[standard]) add('state-too-long', `${said(who)} kept ${activity.stateLength} characters; the edition allows ${mostState[standard]}.`);
}

function judgeOmissions(activity: ActivityRehearsal, who: string, add: (name: FindingName, message: string) => void): void {
  const { completion, success } = activity;
  if (!activity.committed) add('commits-too-late', `${said(who)} committed nothing before the learner left.`);
  if (completion !== 'completed' && completion !== 'passed' && completion !== 'failed' && success === null && activity.ended === 'nothing-left') add('never-completes', `${said(who)} was not completed; its last status was ${completion ?? 'never set'}.`);
  if (activity.resume === 'lost') add('resume-lost', `${said(who)} began anew when the learner came back.`);
  if (activity.sessionTime === null) add('no-session-time', `${said(who)} reported no session time.`);
  if (!activity.terminated) add('never-terminates', `${said(who)} did not end its session.`);
}

function absurdity({ raw, min, max, scaled }: ActivityRehearsal['score'], standard: PackageStandard): string | null {
  if ([raw, min, max, scaled].some((value) => value !== null && Number.isNaN(value))) return 'the score is no number';
  if (scaled !== null && (scaled < -1 || scaled > 1)) return `the scaled score is ${scaled}`;
  if (min !== null && max !== null && min > max) return `the least score, ${min}, is above the most, ${max}`;
  const [low, high] = [min ?? (standard === 'scorm-1.2' ? 0 : -Infinity), max ?? (standard === 'scorm-1.2' ? 100 : Infinity)];
  return raw !== null && (raw < low || raw > high) ? `the raw score is ${raw}, outside of ${low} to ${high}` : null;
}

function said(who: string): string {
  return JSON.stringify(who.slice(0, 100));
}
