import { blueprintProblems, describeProblem } from '@preceptor/assessment';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { makeAssessment, makeBanks } from './assemble.js';
import { allBanks, type SourceParts } from './source-parts.js';

/** Reports assessments whose banks do not hold what they draw, and rules that no learner could fulfil. */
export function checkAssessments(parts: SourceParts, reporter: Reporter): void {
  const banks = makeBanks(parts);
  const deciding = new Set(parts.course?.value?.rules.success.assessments);
  const broken = brokenBanks(parts);
  for (const { unit, assessment: part } of parts.units) {
    const body = part?.value ?? null;
    if (part === null || body === null) continue;
    const assessment = makeAssessment(body.assessment, unit?.value?.title ?? '');
    if (assessment === null) continue;
    if (deciding.has(assessment.id) && assessment.passMark === null) {
      reporter.report('success-without-pass-mark', part.source, body.span, `Success depends on "${assessment.id}", which has no pass mark.`);
    }
    for (const problem of blueprintProblems(assessment, banks)) {
      const place = body.places[problem.section];
      if (problem.code === 'not-in-forms') reporter.report('forms-unsound', part.source, place?.section ?? body.span, describeProblem(problem));
      if (problem.code === 'unknown-section' || problem.code === 'uneven-form') reporter.report('forms-unsound', part.source, body.forms[problem.form] ?? body.span, describeProblem(problem));
      if (problem.code === 'repeated-item') reporter.report(assessment.forms === undefined ? 'blueprint-unsatisfiable' : 'forms-unsound', part.source, place?.section ?? body.span, `The item "${problem.item}" stands twice in this assessment.`, 'Name each item once.');
      if (problem.code === 'too-few' && !broken.has(problem.bank)) {
        reporter.report('blueprint-unsatisfiable', part.source, place?.draws[problem.draw] ?? body.span,
          `This draws ${problem.wanted} from "${problem.bank}", which has ${problem.available} that fit and that nothing else in the assessment needs.`);
      }
    }
  }
}

/** Banks of which some item could not be compiled: what they lack is told there. */
function brokenBanks(parts: SourceParts): Set<string> {
  return new Set(allBanks(parts).filter(({ part }) => part.diagnostics.some((diagnostic) => diagnostic.severity === 'error')).map(({ body }) => body.id));
}
