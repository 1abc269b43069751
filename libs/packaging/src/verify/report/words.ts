import type { ActivityRehearsal } from '../../rehearsal/rehearsal.js';
import type { PackageStandard, Verification } from '../verification.js';

export const standardWords: Record<PackageStandard, string> = {
  'scorm-1.2': 'SCORM 1.2', 'scorm-2004-2': 'SCORM 2004 2nd Edition', 'scorm-2004-3': 'SCORM 2004 3rd Edition', 'scorm-2004-4': 'SCORM 2004 4th Edition', cmi5: 'cmi5',
};

/** The verdict in one sentence. */
export function verdictWords({ verdict, counts }: Verification): string {
  const errors = `${counts.error} ${counts.error === 1 ? 'thing' : 'things'}`;
  switch (verdict) {
    case 'fine': return counts.warning === 0 ? 'Nothing that an LMS would object to.' : `Nothing that an LMS would refuse; ${counts.warning} ${counts.warning === 1 ? 'thing' : 'things'} to look at.`;
    case 'objections': return `An LMS would object to ${errors}.`;
    case 'refused': return 'The package was refused: it cannot be opened safely, or has no readable manifest.';
  }
}

const endings: Record<ActivityRehearsal['ended'], string> = { completed: 'completed', 'nothing-left': 'nothing was left to click', steps: 'stopped at the limit of steps', time: 'stopped at the limit of time' };
const resumes: Record<ActivityRehearsal['resume'], string> = { resumed: 'yes, at the same place', kept: 'its state was read; the place was another', lost: 'no, it began anew', untried: 'not tried: it ended before it could be left' };

/** How an activity behaved, as rows of a table for people. */
export function behaviours(activity: ActivityRehearsal): [string, string][] {
  const { score } = activity;
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  const scores = Object.entries(score).filter(([, value]) => value !== null).map(([name, value]) => `${name} ${value}`);
  return [
    ['Initialises', yes(activity.initialised)],
    ['Commits before the learner leaves', yes(activity.committed)],
    ['Ends its session', yes(activity.terminated)],
    ['Status', [activity.completion, activity.success].filter((said) => said !== null).join(', ') || 'none'],
    ['Score', scores.join(', ') || 'none'],
    ['Comes back', resumes[activity.resume]],
    ['Longest state', `${activity.stateLength} characters`],
    ['Session time', activity.sessionTime ?? 'none'],
    ['Ended', `${endings[activity.ended]}, after ${activity.steps} steps and ${activity.seconds} seconds`],
    ['First paint', activity.firstPaint === null ? 'none' : `${activity.firstPaint} ms`],
    ['First view', `${activity.bytes.toLocaleString('en')} bytes in ${activity.requests} requests`],
    ['Faults', activity.faults.length === 0 ? 'none' : activity.faults.map(({ call, error, count, kind }) => `${call}: ${kind === 'order' ? error : `${kind.replace('-', ' ')}, error ${error}`}${count > 1 ? `, ${count} times` : ''}`).join('; ')],
  ];
}
