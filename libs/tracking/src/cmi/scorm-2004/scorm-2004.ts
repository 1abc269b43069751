import { decimal, isSuspended, toldOf, usualReporting, type CmiMapping, type CmiPair } from '../mapping.js';
import { unitStandings } from '../units.js';
import { duration, interaction, timestamp, urn } from './interaction.js';

/** SCORM 2004 4th Edition Run-Time Environment (version 1.1, 2009), section 4.2. */
export const scorm2004: CmiMapping = {
  suspendLimit: 64_000, // RTE 4.2.23
  standing(progress, outline, reporting = usualReporting) {
    const { completed, success } = toldOf(progress, outline, reporting);
    const pairs: CmiPair[] = progress.score === null ? [] : score('cmi.score', progress.score);
    pairs.push(
      ['cmi.completion_status', completed ? 'completed' : 'incomplete'], // RTE 4.2.4
      ['cmi.success_status', success === 'unknown' && completed && reporting.completionPasses === true ? 'passed' : success], // RTE 4.2.22
      ['cmi.progress_measure', measure(completed, progress.fraction)], // RTE 4.2.18
    );
    if (progress.bookmark !== null) pairs.push(['cmi.location', progress.bookmark.lesson.slice(0, 1000)]); // RTE 4.2.14
    return pairs;
  },
  // RTE 4.2.17: the id comes first and is unique
  objectives: (progress, outline, reporting = usualReporting) => unitStandings(progress, outline, reporting).flatMap((unit, at): CmiPair[] => [
    [`cmi.objectives.${at}.id`, urn('unit', unit.id)],
    [`cmi.objectives.${at}.success_status`, unit.success],
    [`cmi.objectives.${at}.completion_status`, unit.completion === 'not-started' ? 'not attempted' : unit.completion],
    [`cmi.objectives.${at}.progress_measure`, measure(unit.completion === 'completed', unit.fraction)],
    ...(unit.score === null ? [] : score(`cmi.objectives.${at}.score`, unit.score)),
    [`cmi.objectives.${at}.description`, unit.title.slice(0, 250)],
  ]),
  suspendData: (text) => [['cmi.suspend_data', text.slice(0, 64_000)]],
  closing: (progress, outline, sessionSeconds, reporting = usualReporting) => [
    ['cmi.session_time', duration(sessionSeconds)], // RTE 4.2.21
    // RTE 4.2.8: after "normal" the LMS may begin a new attempt without what was kept
    ['cmi.exit', isSuspended(progress, outline, reporting) ? 'suspend' : 'normal'],
  ],
  interaction,
  // RTE 4.2.2
  comments: (index, comments) => comments.flatMap(({ id, text, at }, of): CmiPair[] => [
    [`cmi.comments_from_learner.${index + of}.comment`, text.slice(0, 4000)],
    [`cmi.comments_from_learner.${index + of}.location`, id.slice(0, 250)],
    [`cmi.comments_from_learner.${index + of}.timestamp`, timestamp(at)],
  ]),
};

/** RTE 4.2.20: scaled decides where a passing score is set; raw is the same out of 100. */
function score(element: string, scaled: number): CmiPair[] {
  return [[`${element}.scaled`, decimal(scaled, 7)], [`${element}.raw`, decimal(scaled * 100, 2)], [`${element}.min`, '0'], [`${element}.max`, '100']];
}

/** RTE 4.2.4.1: with a completion threshold the LMS decides completion by this measure, so 1 is for what is completed, and only for that. */
const measure = (completed: boolean, fraction: number): string => (completed ? '1' : decimal(Math.min(fraction, 0.9999), 4));
