import type { CarriedOver } from '@preceptor/tracking';
import { languageName } from './changes.js';
import { counted, named, quoted, type Compared, type DiffReason } from './package-diff.js';

/** Why an LMS can't, or should only with care, put `to` in the place of `from`. Empty: nothing speaks against it. */
export function reasonsBetween(from: Compared, to: Compared, carried: CarriedOver | null): DiffReason[] {
  if (carried === null) {
    return [{ code: 'ANOTHER_COURSE', verdict: 'new-activity', message: `They are two courses, ${quoted(from.course.id)} and ${quoted(to.course.id)}: an LMS that took one for the other would show the results of the one for the other.` }];
  }
  return [...identityReasons(from, to), ...contentReasons(from, to, carried), ...assessmentReasons(from, to, carried), ...optionReasons(from, to)]
    .sort((a, b) => Number(b.verdict === 'new-activity') - Number(a.verdict === 'new-activity'));
}

/** What an LMS knows an activity by. */
function identityReasons(from: Compared, to: Compared): DiffReason[] {
  const reasons: DiffReason[] = [];
  const say = (code: DiffReason['code'], verdict: DiffReason['verdict'], message: string): unknown => reasons.push({ code, verdict, message });
  if (from.standard !== null && to.standard !== null && from.standard !== to.standard) {
    if (familyOf(from.standard) !== familyOf(to.standard)) say('ANOTHER_STANDARD', 'new-activity', `One is ${from.standard}, the other ${to.standard}: what an LMS keeps for the one can't be read by the other.`);
    else say('ANOTHER_EDITION', 'care', `One is ${from.standard}, the other ${to.standard}: the state is the same, but some LMSs treat editions as different kinds of activity. Try it with one learner first.`);
  }
  if (from.options.structure !== to.options.structure) {
    say('ANOTHER_STRUCTURE', 'new-activity', `The LMS opened the course as ${structureName(from)} and would now open it as ${structureName(to)}: no record of the one belongs to a part of the other.`);
  } else if (from.options.structure !== 'single') {
    const [was, is] = [new Set(from.parts.map(({ id }) => id)), new Set(to.parts.map(({ id }) => id))];
    const gone = from.parts.filter(({ id }) => !is.has(id));
    const added = to.parts.filter(({ id }) => !was.has(id));
    if (gone.length > 0) say('PART_GONE', 'new-activity', `${counted(gone.length, 'part')} that the LMS keeps records of ${gone.length === 1 ? 'is' : 'are'} gone: ${named(gone.map(({ title }) => title))}. An LMS drops these records, and what they counted for.`);
    if (added.length > 0) say('PART_ADDED', 'care', `${counted(added.length, 'part')} for the LMS to open ${added.length === 1 ? 'is' : 'are'} new: ${named(added.map(({ title }) => title))}. An LMS that works out completion from the parts shows the whole as incomplete until ${added.length === 1 ? 'it is' : 'they are'} done, for learners who had completed it too.`);
  }
  if (from.outline.language !== to.outline.language) say('ANOTHER_LANGUAGE', 'care', `It opens in ${languageName(to.outline.language)}, before in ${languageName(from.outline.language)}.`);
  const lost = from.languages.filter((language) => !to.languages.includes(language) && language !== from.outline.language);
  if (lost.length > 0) say('LANGUAGE_GONE', 'care', `Learners who read it in ${lost.map(languageName).join(', ')} find it in ${languageName(to.outline.language)}.`);
  return reasons;
}

function contentReasons(from: Compared, to: Compared, { lessons, checks, assessments }: CarriedOver): DiffReason[] {
  const reasons: DiffReason[] = [];
  const had = lessons.kept.length + lessons.gone.length + assessments.kept.length + assessments.changed.length + assessments.gone.length;
  if (had > 0 && lessons.kept.length + assessments.kept.length + assessments.changed.length === 0) {
    reasons.push({ code: 'NOTHING_KEPT', verdict: 'new-activity', message: 'No lesson and no assessment of the one is in the other: nothing that learners did would be left.' });
    return reasons;
  }
  const more = moreToComplete(from, to, { lessons, checks, assessments });
  if (more.length > 0) reasons.push({ code: 'MORE_TO_COMPLETE', verdict: 'care', message: `Completion asks for more than before: ${more.join('; ')}.` });
  if (lessons.gone.length > 0) {
    reasons.push({ code: 'LESSON_GONE', verdict: 'care', message: `${counted(lessons.gone.length, 'lesson')} ${lessons.gone.length === 1 ? 'is' : 'are'} gone: ${named(titlesOf(from, lessons.gone))}. Who stopped there has no bookmark any more.` });
  }
  if (assessments.gone.length > 0) {
    reasons.push({ code: 'ASSESSMENT_GONE', verdict: 'care', message: `${counted(assessments.gone.length, 'assessment')} ${assessments.gone.length === 1 ? 'is' : 'are'} gone: ${named(titlesOf(from, assessments.gone))}. Attempts at ${assessments.gone.length === 1 ? 'it' : 'them'} no longer count in the course; scores that the LMS holds stay until the learner opens it again.` });
  }
  return reasons;
}

/** What completion asks for besides what it asked for: phrases. */
export function moreToComplete(from: Compared, to: Compared, { lessons, checks, assessments }: Pick<CarriedOver, 'lessons' | 'checks' | 'assessments'>): string[] {
  const [was, is] = [from.outline.rules.completion, to.outline.rules.completion];
  const more: string[] = [];
  if (is.lessons === 'all') {
    if (was.lessons !== 'all') more.push('every lesson');
    else if (lessons.added.length > 0) more.push(`${counted(lessons.added.length, 'new lesson')} (${named(titlesOf(to, lessons.added))})`);
  }
  if (is.checks) {
    const again = checks.changed.length + checks.added.length;
    if (!was.checks) more.push('every check');
    else if (again > 0) more.push(`${counted(again, 'check')} that ${again === 1 ? 'is' : 'are'} new or asked again`);
  }
  const asked = is.assessments.filter((id) => !was.assessments.includes(id));
  if (asked.length > 0) more.push(`submitting ${named(titlesOf(to, asked))}${asked.some((id) => assessments.added.includes(id)) ? ', which is new' : ''}`);
  if (is.minimumSeconds > was.minimumSeconds) more.push(`${Math.round(is.minimumSeconds / 60)} minutes, before ${Math.round(was.minimumSeconds / 60)}`);
  return more;
}

function assessmentReasons(from: Compared, to: Compared, { assessments, rulesChanged }: CarriedOver): DiffReason[] {
  const reasons: DiffReason[] = [];
  const [was, is] = [from.outline.rules.success.assessments, to.outline.rules.success.assessments];
  if ([...was].sort().join(' ') !== [...is].sort().join(' ')) {
    reasons.push({ code: 'SUCCESS_DECIDED_OTHERWISE', verdict: 'care', message: `${is.length === 0 ? 'No assessment decides' : `${named(titlesOf(to, is))} decide${is.length === 1 ? 's' : ''}`} success, before ${was.length === 0 ? 'none did' : named(titlesOf(from, was))}. A pass that the LMS holds stays; within the course it is worked out anew.` });
  }
  if (assessments.changed.length > 0) {
    reasons.push({ code: 'ATTEMPT_BEGINS_AGAIN', verdict: 'care', message: `${named(titlesOf(to, assessments.changed))} ask${assessments.changed.length === 1 ? 's' : ''} other questions: who is in the middle of an attempt begins it again, which costs no attempt. Scores of submitted attempts stay.` });
  }
  for (const id of rulesChanged) {
    const [old, now] = [assessmentIn(from, id), assessmentIn(to, id)];
    if (old === undefined || now === undefined) continue;
    if (old.passMark !== now.passMark) {
      reasons.push({ code: 'PASS_MARK', verdict: 'care', message: `${quoted(now.title)} has another pass mark: verdicts that were given stand, the next attempt is judged by the new one. An LMS that read the old mark when it imported the package must be told the new one.` });
    }
    if ((now.maxAttempts ?? Infinity) < (old.maxAttempts ?? Infinity)) reasons.push({ code: 'FEWER_ATTEMPTS', verdict: 'care', message: `${quoted(now.title)} allows ${counted(now.maxAttempts ?? 0, 'attempt')}: who has used them has none left.` });
  }
  for (const { assessment: now } of to.outline.units) {
    const old = now === null ? undefined : assessmentIn(from, now.id);
    if (now !== null && old !== undefined && (now.timeLimitSeconds ?? Infinity) < (old.timeLimitSeconds ?? Infinity)) reasons.push({ code: 'TIME_LIMIT', verdict: 'care', message: `${quoted(now.title)} has less time than before: an attempt that is open may be over when it is opened again.` });
  }
  return reasons;
}

function optionReasons({ options: was }: Compared, { options: is }: Compared): DiffReason[] {
  const reasons: DiffReason[] = [];
  const say = (message: string): unknown => reasons.push({ code: 'OPTION', verdict: 'care', message });
  if (was.status !== is.status) say(`The LMS is told the status in other words (${is.status}, before ${was.status}): learners who finished under the old rule and those who finish under the new one show differently.`);
  if (was.structure === is.structure && is.structure !== 'single' && was.order !== is.order && is.order !== 'free') say(`Parts open in another order (${is.order}, before ${was.order}): a learner who went ahead may find the next part closed.`);
  if (was.window !== is.window) say(`It opens in a ${is.window}, before in a ${was.window}: most LMSs keep that with the activity, so change it there too.`);
  if ((is.timeLimitMinutes ?? Infinity) < (was.timeLimitMinutes ?? Infinity)) say('The whole course has less time than before.');
  if (is.validUntil !== null && (was.validUntil === null || is.validUntil < was.validUntil)) say(`It can be used until ${is.validUntil}, which is sooner than before.`);
  return reasons;
}

const familyOf = (standard: string): string => (standard.startsWith('scorm-2004') ? 'scorm-2004' : standard);

function structureName({ options: { structure }, parts }: Compared): string {
  return structure === 'single' ? 'one part' : `${counted(parts.length, 'part')}, one for each ${structure === 'units' ? 'unit' : 'lesson and assessment'}`;
}

const assessmentIn = ({ outline }: Compared, id: string) => outline.units.flatMap(({ assessment }) => assessment ?? []).find((assessment) => assessment.id === id);

/** Titles of lessons and assessments. */
export function titlesOf({ outline }: Compared, ids: readonly string[]): string[] {
  const titles = new Map(outline.units.flatMap(({ lessons, assessment }) => [...lessons, ...(assessment === null ? [] : [assessment])]).map(({ id, title }) => [id, title]));
  return ids.map((id) => titles.get(id) ?? id);
}
