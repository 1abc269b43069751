import { outlineOf, type CourseOutline, type PackageOptions } from '@preceptor/course/delivery';
import { courseFor, type StandardName, standards } from '@preceptor/packaging';
import { type StatusPreview, statusPreview, type StatusStep } from '@preceptor/tracking';
import type { LoadedVersion } from '../catalog/course-versions.js';

export interface Told { /** what the LMS will show, and when */ status: string[]; /** what its administrator must tell it */ tell: string[] }

/** What a package with these options will make an LMS show, and what the LMS must be told, in sentences. Fails with a PackagingError. */
export function whatToTell(standard: StandardName, { course, hash }: LoadedVersion, options: PackageOptions): Told {
  const { boot } = standards[standard];
  if (boot === 'standalone') {
    return { status: ['Nothing is reported anywhere: progress is kept in the learner\'s own browser.'], tell: ['Unzip it on any web server; index.html is the page to open.'] };
  }
  const outline = outlineOf(courseFor(course, options), hash);
  const preview = statusPreview(outline, boot, options);
  return { status: statusSentences(preview), tell: tellSentences(preview, outline, options) };
}

function statusSentences({ steps, decides, completion }: StatusPreview): string[] {
  const [first] = decides;
  const mark = first === undefined || first.passMark === null ? null : percent(first.passMark);
  const what = decides.length > 1 ? 'the assessments that decide' : `“${first?.title ?? ''}”`;
  const said = (step: StatusStep) => (step.words.length === 0 ? 'nothing yet' : step.words.map((word) => `“${word}”`).join(' and '));
  const when = (step: StatusStep): string => {
    switch (step.when) {
      case 'begun': return 'From the first opening';
      case 'passed-early': return `After ${what} is passed, while other parts are left`;
      case 'failed': return `After all is done, ${mark === null ? `with ${what} not passed` : `with less than ${mark} in ${what}`}`;
      case 'passed': return `After all is done, ${mark === null ? `with ${what} passed` : `with ${mark} or more in ${what}`}`;
      case 'finished': return `After ${doneWith(completion)}`;
    }
  };
  return steps.map((step) => `${when(step)}: ${said(step)}.`);
}

function doneWith({ lessons, checks, assessments, minimumSeconds }: StatusPreview['completion']): string {
  const parts = [
    ...(lessons === 'all' ? ['every lesson is read'] : []), ...(checks ? ['every question in the lessons is answered'] : []),
    ...(assessments.length > 0 ? ['the assessments are submitted'] : []), ...(minimumSeconds > 0 ? [`${Math.ceil(minimumSeconds / 60)} minutes were spent`] : []),
  ];
  return parts.length === 0 ? 'it is opened' : parts.join(' and ');
}

function tellSentences({ decides }: StatusPreview, outline: CourseOutline, options: PackageOptions): string[] {
  const [first] = decides;
  const assessments = outline.units.flatMap(({ assessment }) => assessment ?? []);
  const attempts = assessments.find(({ id }) => id === first?.id)?.maxAttempts ?? null;
  return [
    options.exit === 'normal' ? 'Attempts: each opening is a new attempt; nothing is taken up where it was left.' : 'Attempts: one that the learner comes back to, or, where that can’t be set, unlimited ones. The package counts attempts at its assessments by itself and resumes where the learner was.',
    first === undefined || options.status === 'completed' ? 'Completion: by the status that the package reports, “completed”.' : 'Completion: by the status that the package reports, “passed”.',
    ...(first?.passMark === undefined || first.passMark === null ? [] : [`Score: 0 to 100. The pass mark of ${percent(first.passMark)} is in the package: leave the LMS’s own empty, or set the same.`]),
    ...(attempts === null ? [] : [`The package allows ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} at “${first?.title ?? ''}”; the LMS needs no limit of its own.`]),
    options.window === 'window' ? 'Window: the course opens a window of its own, which the browser must not block.' : 'Window: the same window or a new one; both work, on a phone too.',
    ...(options.validUntil === null ? [] : [`The package can be used until ${options.validUntil}; say so to whoever assigns it.`]),
  ];
}

const percent = (mark: number) => `${Math.round(mark * 100)} %`;
