import type { CourseOutline } from '@preceptor/course/delivery';
import type { StandardName } from '@preceptor/packaging';

/** What an importing LMS must be told, or will show, in sentences for its administrator. */
export function whatToTell(standard: StandardName, outline: CourseOutline): string[] {
  if (standard === 'site') return ['Nothing is reported anywhere: progress is kept in the learner\'s own browser.', 'Unzip it on any web server; index.html is the page to open.'];
  const deciding = outline.units.flatMap(({ assessment }) => (assessment !== null && outline.rules.success.assessments.includes(assessment.id) ? [assessment] : []));
  const mark = deciding[0]?.passMark ?? null;
  const attempts = deciding[0]?.maxAttempts ?? null;
  return [
    'Attempts: unlimited, or "continue the last attempt". The package counts its own attempts and resumes where the learner was.',
    ...(mark === null ? ['Completion: by the status that the package reports, "completed".'] : [statusSentence(standard, mark)]),
    ...(mark === null ? [] : [`Score: 0 to 100; the pass mark of ${Math.round(mark * 100)} is in the package, so leave the LMS's own pass mark empty or set it to the same.`]),
    ...(attempts === null ? [] : [`The final assessment allows ${attempts} attempts; each draws its own questions.`]),
    'Window: the same window or a new one; both work, on a phone too.',
  ];
}

function statusSentence(standard: StandardName, mark: number): string {
  const percent = Math.round(mark * 100);
  return standard === 'scorm-1.2'
    ? `Completion: by status, "passed". The LMS shows "incomplete" until the final assessment, then "passed" from ${percent} % or "failed" below it.`
    : `Completion: by status. The LMS shows completion and success apart: "completed" when all is done, and "passed" from ${percent} % in the final assessment.`;
}
