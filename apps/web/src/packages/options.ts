import type { AllPackageOptionsFragment } from '../generated/graphql.js';

export type Options = AllPackageOptionsFragment;
export type GivenOptions = Partial<Options>;
type Name = keyof Options;

interface Base { name: Name; label: string; /** what it does to the LMS, in one line */ does: string }
interface Choice extends Base { kind: 'choice'; choices: readonly (readonly [value: string, label: string])[] }
interface Flag extends Base { kind: 'flag' }
interface Count extends Base { kind: 'count' | 'percent'; none: string; most: number; unit: string }
interface Day extends Base { kind: 'day' }
export type OptionField = Choice | Flag | Count | Day;

const fields: OptionField[] = [
  { name: 'passMark', kind: 'percent', label: 'Pass mark', unit: '%', none: 'the course’s own', most: 100, does: 'The score from which the LMS is told “passed”.' },
  { name: 'completes', kind: 'choice', label: 'What completes the course', does: 'When the LMS is told that all is done.', choices: [['course', 'The course’s own rule'], ['lessons', 'Every lesson read'], ['assessments', 'The final assessment submitted']] },
  { name: 'status', kind: 'choice', label: 'What the status says', does: 'SCORM 1.2 has one word for both completion and success: this decides which.', choices: [['passed-failed', 'Passed or failed'], ['passed-incomplete', 'Passed, and incomplete until then'], ['completed', 'Completed, whatever the score']] },
  { name: 'attempts', kind: 'count', label: 'Attempts at the final assessment', unit: '', none: 'the course’s own', most: 100, does: 'The package counts them itself; the LMS needs no limit.' },
  { name: 'interactions', kind: 'choice', label: 'Answers', does: 'What the LMS’s reports can show of each question.', choices: [['all', 'Sent with the questions’ texts'], ['answers', 'Sent without the texts'], ['none', 'Not sent']] },
  { name: 'structure', kind: 'choice', label: 'Parts', does: 'How many entries the LMS shows. Some show only one.', choices: [['single', 'One for the whole course'], ['units', 'One for each unit'], ['lessons', 'One for each lesson and assessment']] },
  { name: 'order', kind: 'choice', label: 'Order of the parts', does: 'Which entries the LMS lets a learner open.', choices: [['free', 'Any order'], ['in-order', 'Each after the one before it is done'], ['forward-only', 'Onwards only']] },
  { name: 'language', kind: 'choice', label: 'Language', does: 'One language, or all with a switch in the course.', choices: [] },
  { name: 'window', kind: 'choice', label: 'Where it opens', does: 'In the page of the LMS, or in a window that the browser must not block.', choices: [['frame', 'Where the LMS puts it'], ['window', 'In a window of its own']] },
  { name: 'exit', kind: 'choice', label: 'On leaving', does: 'Whether the LMS takes a learner back to where she was.', choices: [['suspend-until-done', 'Come back to the same place until done'], ['suspend', 'Always come back to the same place'], ['normal', 'Begin a new attempt']] },
  { name: 'exitButton', kind: 'flag', label: 'A button that saves and closes the course', does: 'For an LMS whose own way out is hard to find.' },
  { name: 'hideLmsNavigation', kind: 'flag', label: 'Hide the LMS’s own “next” and “previous”', does: 'Only SCORM 2004 and cmi5 can ask for it.' },
  { name: 'timeLimitMinutes', kind: 'count', label: 'Time limit', unit: 'minutes', none: 'none', most: 100_000, does: 'Told to the LMS where the standard can; the course says how much is left.' },
  { name: 'validUntil', kind: 'day', label: 'Last day of use', does: 'After it the course shows only that the licence has ended.' },
];

/** The options that there is something to choose at, in the order of what matters. */
export function optionFields({ languages, structure }: { languages: readonly string[]; structure: string }): OptionField[] {
  return fields.flatMap((field): OptionField[] => {
    if (field.name === 'order' && structure === 'single') return [];
    if (field.name !== 'language' || field.kind !== 'choice') return [field];
    return languages.length < 2 ? [] : [{ ...field, choices: [['all', 'All, with a switch'], ...languages.map((language) => [language, languageName(language)] as const)] }];
  });
}

function languageName(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

const names = fields.map(({ name }) => name);

/** The options that stand in an address; the server says which values are none. */
export function optionsInAddress(search: Record<string, unknown>): { options?: GivenOptions | undefined } {
  const found = search['options'];
  if (typeof found !== 'object' || found === null) return {};
  const given = Object.fromEntries(Object.entries(found).filter(([name, value]) => names.some((each) => each === name) && (value === null || ['string', 'number', 'boolean'].includes(typeof value))));
  return Object.keys(given).length === 0 ? {} : { options: given as GivenOptions };
}

/** Those of the options that differ from what holds anyway. */
export function differing(options: Options, usual: Options): GivenOptions {
  return Object.fromEntries(names.filter((name) => options[name] !== usual[name]).map((name) => [name, options[name]]));
}

/** The options alone, without what the client adds to an answer, so that they can be asked for again. */
export function alone(options: Options): GivenOptions {
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}
