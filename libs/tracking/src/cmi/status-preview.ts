import type { CourseOutline, Reporting } from '@preceptor/course/delivery';
import { progressOf, type Progress } from '../progress.js';
import { emptyState } from '../state.js';
import { isSuspended, usualReporting, type CmiPair } from './mapping.js';
import { cmiMappings, type CmiStandard } from './registry.js';

/**
 * - `begun`: opened, and something is left to do
 * - `passed-early`: what decides is passed, and something else that completion asks for is left
 * - `failed`, `passed`: all else is done, and what decides is below, or at or above its pass mark
 * - `finished`: all is done, and nothing decides
 */
export type StatusMoment = 'begun' | 'passed-early' | 'failed' | 'passed' | 'finished';
export type StatusWord = 'incomplete' | 'completed' | 'failed' | 'passed';
export interface StatusStep {
  when: StatusMoment;
  /** what the LMS is told: one word in SCORM 1.2; completion, then the verdict if there is one, in SCORM 2004 and cmi5 */
  words: StatusWord[];
  /** the LMS is asked to bring the learner back to where she was */
  resumes: boolean;
}
export interface StatusPreview {
  /** what "done" asks for */
  completion: CourseOutline['rules']['completion'];
  /** the assessments that decide, all of which must be passed; passMark: 0..1 */
  decides: { id: string; title: string; passMark: number | null }[];
  steps: StatusStep[];
}

/**
 * What an LMS will show of a learner, in the order in which she may see it: "incomplete until the final assessment is
 * submitted, failed below 80 %, passed from 80 %". The words are not reckoned here: each step is a learner of whom the
 * standard's own mapping is asked, so the preview cannot promise what a package does not do. cmi5 has statements in
 * place of elements: it is told the words of SCORM 2004 but `incomplete`. Give the outline with the package's options
 * applied (pass mark, what completes).
 */
export function statusPreview(outline: CourseOutline, standard: CmiStandard | 'cmi5', reporting: Reporting = usualReporting): StatusPreview {
  const assessments = outline.units.flatMap(({ assessment }) => assessment ?? []);
  const decides = outline.rules.success.assessments.flatMap((id) => assessments.filter((one) => one.id === id)).map(({ id, title, passMark }) => ({ id, title, passMark }));
  const { completion } = outline.rules;
  const asksMore = completion.lessons === 'all' || completion.checks || completion.minimumSeconds > 0 || completion.assessments.some((id) => !decides.some((one) => one.id === id));
  const moments: StatusMoment[] = decides.length === 0 ? ['begun', 'finished'] : ['begun', ...(asksMore ? ['passed-early' as const] : []), 'failed', 'passed'];
  return { completion, decides, steps: moments.map((when) => step(when, outline, standard, reporting)) };
}

function step(when: StatusMoment, outline: CourseOutline, standard: CmiStandard | 'cmi5', reporting: Reporting): StatusStep {
  const progress = learnerAt(when, outline);
  const told = cmiMappings[standard === 'cmi5' ? 'scorm-2004' : standard].standing(progress, outline, reporting);
  const words = told.flatMap(statusWord).filter((word) => standard !== 'cmi5' || word !== 'incomplete');
  return { when, words, resumes: isSuspended(progress, outline, reporting) };
}

function statusWord([element, value]: CmiPair): StatusWord[] {
  if (!/status$/.test(element)) return [];
  return value === 'incomplete' || value === 'completed' || value === 'failed' || value === 'passed' ? [value] : [];
}

/** Somebody who did just that, by the course's own rules. */
function learnerAt(when: StatusMoment, outline: CourseOutline): Progress {
  const at = '2000-01-01T00:00:00.000Z';
  const stamp = { at, id: '' };
  const state = { ...emptyState(), firstAt: at, lastAt: at };
  if (when !== 'begun' && when !== 'passed-early') {
    state.sessions = { all: outline.rules.completion.minimumSeconds };
    for (const { id, checks } of outline.units.flatMap(({ lessons }) => lessons)) {
      state.lessons[id] = { openedAt: at, completedAt: at, position: null };
      for (const item of checks) state.checks[item.id] = { ...stamp, response: null, score: null, seen: [0] };
    }
  }
  const passed = when !== 'failed';
  const submitted = when === 'begun' ? [] : when === 'passed-early' ? outline.rules.success.assessments : [...outline.rules.completion.assessments, ...outline.rules.success.assessments];
  for (const assessment of submitted) {
    state.attempts[assessment] = { started: null, responses: {}, submitted: { ...stamp, assessment, score: { raw: Number(passed), max: 1, scaled: Number(passed), passed } } };
  }
  return progressOf(state, outline);
}
