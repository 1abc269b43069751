import type { CourseOutline, Reporting } from '@preceptor/course/delivery';
import type { Progress } from '../../progress.js';
import { decimal, isSuspended, toldOf, usualReporting, type CmiMapping, type CmiPair } from '../mapping.js';
import { unitStandings, type UnitStanding } from '../units.js';
import { interaction, timespan } from './interaction.js';

/** SCORM 1.2 Run-Time Environment (1 October 2001), section 3.4.4; each element is cited by its name there. */
export const scorm12: CmiMapping = {
  suspendLimit: 4096, // cmi.suspend_data: CMIString4096
  standing(progress, outline, reporting = usualReporting) {
    const pairs: CmiPair[] = progress.score === null ? [] : score('cmi.core.score', progress.score);
    pairs.push(['cmi.core.lesson_status', lessonStatus(progress, outline, reporting)]);
    // cmi.core.lesson_location: CMIString255
    if (progress.bookmark !== null) pairs.push(['cmi.core.lesson_location', progress.bookmark.lesson.slice(0, 255)]);
    return pairs;
  },
  objectives: (progress, outline, reporting = usualReporting) => unitStandings(progress, outline, reporting).flatMap((unit, at): CmiPair[] => [
    [`cmi.objectives.${at}.id`, identifier(unit.id)],
    [`cmi.objectives.${at}.status`, objectiveStatus(unit)],
    ...(unit.score === null ? [] : score(`cmi.objectives.${at}.score`, unit.score)),
  ]),
  suspendData: (text) => [['cmi.suspend_data', text.slice(0, 4096)]],
  closing: (progress, outline, sessionSeconds, reporting = usualReporting) => [
    ['cmi.core.session_time', timespan(sessionSeconds)],
    // cmi.core.exit: "suspend" brings the learner back with what was kept, "" is a normal end
    ['cmi.core.exit', isSuspended(progress, outline, reporting) ? 'suspend' : ''],
  ],
  interaction,
  // cmi.comments: CMIString4096, one text for all; setting it replaces nothing in some LMSs and everything in others, so all are told at once
  comments: (_index, comments) => (comments.length === 0 ? [] : [['cmi.comments', comments.map(({ id, text }) => `<${id}> ${text} <end ${id}>`).join('\n').slice(0, 4096)]]),
};

/**
 * cmi.core.lesson_status has one word for completion and success: a verdict where a score decides, once all that was
 * asked is done; "completed" where nothing is to be passed, where a person has still to score, or where no verdict is told.
 */
function lessonStatus(progress: Progress, outline: CourseOutline, reporting: Reporting): 'passed' | 'failed' | 'completed' | 'incomplete' {
  const { completed, success } = toldOf(progress, outline, reporting);
  if (!completed) return 'incomplete';
  if (success !== 'unknown') return success;
  const decided = outline.rules.success.assessments.every((id) => progress.assessments[id]?.completion === 'completed');
  return decided || reporting.status === 'completed' ? 'completed' : 'incomplete';
}

/** cmi.objectives.n.status: the words of lesson_status and "not attempted". */
function objectiveStatus(unit: UnitStanding): string {
  if (unit.success !== 'unknown' && unit.completion === 'completed') return unit.success;
  return unit.completion === 'not-started' ? 'not attempted' : unit.completion;
}

/** cmi.core.score.raw, .min, .max: CMIDecimal from 0 to 100. */
function score(element: string, scaled: number): CmiPair[] {
  return [[`${element}.raw`, decimal(scaled * 100, 2)], [`${element}.min`, '0'], [`${element}.max`, '100']];
}

/** CMIIdentifier: alphanumerics, hyphen and underscore, no blank, at most 255. */
const identifier = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 255);
