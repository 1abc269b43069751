import type { PackageOptions } from '@preceptor/course/delivery';
import { quoted, type Compared, type PackageChange } from './package-diff.js';

/** What is different in how completion, success and attempts are decided, and in the options of the package. */
export function ruleChanges(from: Compared, to: Compared): PackageChange[] {
  return [...courseRules(from, to), ...assessmentRules(from, to), ...optionChanges(from, to)];
}

function courseRules({ outline: { rules: was } }: Compared, { outline: { rules: is } }: Compared): PackageChange[] {
  const facts: [id: string, what: string, before: string, after: string][] = [
    ['completion.lessons', 'Lessons that completion asks for', was.completion.lessons, is.completion.lessons],
    ['completion.checks', 'Whether completion asks for every check', yesNo(was.completion.checks), yesNo(is.completion.checks)],
    ['completion.assessments', 'Assessments that completion asks for', listed(was.completion.assessments), listed(is.completion.assessments)],
    ['completion.minimumSeconds', 'Time that completion asks for', minutes(was.completion.minimumSeconds), minutes(is.completion.minimumSeconds)],
    ['success.assessments', 'Assessments that decide success', listed(was.success.assessments), listed(is.success.assessments)],
  ];
  return facts.flatMap(([id, what, before, after]) => (before === after ? [] : [{ what: 'rule', change: 'changed', id, message: `${what}: ${after}, before ${before}.` }]));
}

function assessmentRules(from: Compared, to: Compared): PackageChange[] {
  const before = new Map(from.outline.units.flatMap(({ assessment }) => (assessment === null ? [] : [[assessment.id, assessment] as const])));
  return to.outline.units.flatMap(({ assessment: is }): PackageChange[] => {
    const was = is === null ? undefined : before.get(is.id);
    if (is === null || was === undefined) return [];
    const facts: [id: string, what: string, before: string, after: string][] = [
      ['passMark', 'is passed with', percent(was.passMark), percent(is.passMark)],
      ['maxAttempts', 'allows attempts', unlimited(was.maxAttempts), unlimited(is.maxAttempts)],
      ['timeLimitSeconds', 'has a time limit of', minutes(was.timeLimitSeconds), minutes(is.timeLimitSeconds)],
      ['itemCount', 'asks questions', String(was.itemCount), String(is.itemCount)],
      ['feedback', 'shows feedback', was.feedback, is.feedback],
      ['navigation', 'lets learners move', was.navigation, is.navigation],
      ['purpose', 'is a', was.purpose, is.purpose],
    ];
    return facts.flatMap(([key, what, old, now]) => (old === now ? [] : [{ what: 'rule', change: 'changed', id: `${is.id}.${key}`, message: `The assessment ${quoted(is.title)} ${what}: ${now}, before ${old}.` }]));
  });
}

/** Those of the options that the course's own rules don't show already. */
const told = ['structure', 'order', 'status', 'interactions', 'window', 'exit', 'exitButton', 'hideLmsNavigation', 'timeLimitMinutes', 'validUntil'] as const satisfies (keyof PackageOptions)[];

function optionChanges({ options: was, standard: before }: Compared, { options: is, standard: after }: Compared): PackageChange[] {
  const changes = told.filter((key) => was[key] !== is[key]).map((key): PackageChange => ({ what: 'option', change: 'changed', id: key, message: `The option ${key} is ${shown(is[key])}, before ${shown(was[key])}.` }));
  if (before !== after) changes.unshift({ what: 'option', change: 'changed', id: 'standard', message: `The standard is ${after ?? 'none'}, before ${before ?? 'none'}.` });
  return changes;
}

const shown = (value: string | number | boolean | null): string => (value === null ? 'not set' : typeof value === 'string' ? quoted(value) : String(value));
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const listed = (ids: readonly string[]): string => (ids.length === 0 ? 'none' : ids.join(', '));
const percent = (mark: number | null): string => (mark === null ? 'nothing to pass' : `${Math.round(mark * 1000) / 10} %`);
const unlimited = (count: number | null): string => (count === null ? 'as many as one likes' : String(count));
const minutes = (seconds: number | null): string => (seconds === null || seconds === 0 ? 'none' : `${Math.round(seconds / 6) / 10} minutes`);
