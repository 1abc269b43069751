import type { CarriedOver } from '@preceptor/tracking';
import { counted, type Compared, type DiffReason, type PackageDiff } from './package-diff.js';
import { moreToComplete } from './reasons.js';

/** What learners meet when `to` stands where `from` stood, in sentences. */
export function learnersBetween(from: Compared, to: Compared, carried: CarriedOver | null, reasons: readonly DiffReason[]): PackageDiff['learners'] {
  if (carried === null || reasons.some(({ verdict }) => verdict === 'new-activity')) {
    return {
      completed: ['Their record stays with the old activity. In the new one they have done nothing.'],
      inTheMiddle: ['They finish in the old activity, or begin anew in the new one: what they did is not carried over between activities.'],
    };
  }
  return { completed: completedLearners(from, to, carried), inTheMiddle: learnersInTheMiddle(carried) };
}

function completedLearners(from: Compared, to: Compared, carried: CarriedOver): string[] {
  const standard = to.standard ?? from.standard;
  if (moreToComplete(from, to, carried).length === 0) return ['They stay completed.'];
  const within = 'Who opens the course again finds what is new marked as not done.';
  if (standard === 'site') return ['Their progress is worked out anew in their browser: it shows the course as incomplete until they have done what is new.'];
  const stay = standard === 'cmi5' ? 'They stay completed in the LMS: "completed" is said once and not taken back.' : 'They stay completed in the LMS: the package takes no status back that the LMS holds.';
  const threshold = standard?.startsWith('scorm-2004') === true ? ['An LMS that works out completion from the progress measure shows them as incomplete once they open it again, until they have done what is new.'] : [];
  return [stay, within, ...threshold];
}

function learnersInTheMiddle({ lessons, checks, assessments, reflections }: CarriedOver): string[] {
  const said = [`Lessons: ${keptOf(lessons.kept.length, lessons.gone.length)} kept, with what was read of them and the bookmark.`];
  if (checks.kept.length + checks.changed.length + checks.gone.length > 0) {
    const again = checks.changed.length === 0 ? '' : ` ${checks.changed.length} asked again.`;
    said.push(`Checks: ${keptOf(checks.kept.length, checks.changed.length + checks.gone.length)} kept, with the answers.${again}`);
  }
  const stay = assessments.kept.length + assessments.changed.length;
  if (stay + assessments.gone.length > 0) {
    const again = assessments.changed.length === 0 ? '' : ` Open attempts at ${assessments.changed.length} begin again.`;
    said.push(`Assessments: ${keptOf(stay, assessments.gone.length)} kept, with the scores of submitted attempts.${again}`);
  }
  if (reflections.gone.length > 0) said.push(`What was written to ${counted(reflections.gone.length, 'reflection')} is no longer shown.`);
  return said;
}

const keptOf = (kept: number, lost: number): string => `${kept} of ${kept + lost}`;
