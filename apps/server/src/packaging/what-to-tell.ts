import type { CourseOutline, PackageOptions } from '@preceptor/course/delivery';
import type { StandardName } from '@preceptor/packaging';

/** What an importing LMS must be told, in sentences for its administrator. */
export function whatToTell(standard: StandardName, outline: CourseOutline, options: PackageOptions): string[] {
  if (standard === 'site') return ['Unzip it on any web server; index.html is the page to open.'];
  const { mark, attempts } = decidingOf(outline, options);
  return [
    'Attempts: unlimited, or "continue the last attempt". The package counts its own attempts and resumes where the learner was.',
    mark === null ? 'Completion: by the status that the package reports, "completed".' : 'Completion: by the status that the package reports.',
    ...(mark === null ? [] : [`Score: 0 to 100; the pass mark of ${percent(mark)} % is in the package, so leave the LMS's own pass mark empty or set it to the same.`]),
    ...(attempts === null ? [] : [`The final assessment allows ${attempts === 1 ? 'one attempt' : `${attempts} attempts; each draws its own questions`}.`]),
    options.window === 'window' ? 'Window: a new one.' : 'Window: the same window or a new one; both work, on a phone too.',
  ];
}

/** What an LMS will show, and when. */
export function statusSentences(standard: StandardName, outline: CourseOutline, options: PackageOptions): string[] {
  if (standard === 'site') return ['Nothing is reported anywhere: progress is kept in the learner\'s own browser.'];
  const { mark } = decidingOf(outline, options);
  if (mark === null) return ['Your LMS will show "incomplete" until all is done, then "completed".'];
  const from = `${percent(mark)} %`;
  if (standard !== 'scorm-1.2') return [`Your LMS will show completion and success apart: "completed" when all is done, and "passed" from ${from} in the final assessment, else "failed".`];
  const shown: Record<PackageOptions['status'], string> = {
    'passed-failed': `then "passed" from ${from}, else "failed"`,
    'passed-incomplete': `then "passed" from ${from}; below it stays "incomplete"`,
    completed: 'then "completed", whatever the score',
  };
  return [`Your LMS will show "incomplete" until the final assessment is submitted, ${shown[options.status]}.`];
}

function decidingOf({ units, rules }: CourseOutline, options: PackageOptions): { mark: number | null; attempts: number | null } {
  const deciding = units.flatMap(({ assessment }) => (assessment !== null && rules.success.assessments.includes(assessment.id) ? [assessment] : []));
  const [first] = deciding;
  return { mark: first === undefined ? null : options.passMark ?? first.passMark, attempts: first === undefined ? null : options.attempts ?? first.maxAttempts };
}

const percent = (mark: number) => Math.round(mark * 100);
