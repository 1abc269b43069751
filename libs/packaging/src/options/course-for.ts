import type { Assessment } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { PackageOptions } from '@preceptor/course/delivery';
import { PackagingError } from '../errors.js';
import { inLanguage } from './languages.js';

/**
 * The course as a package with these options teaches it: in the language asked for, with the pass mark, the attempts
 * and the rule of completion that the options put in place of its own. Whoever makes the package reads nothing but this
 * course. Fails with OPTION_IMPOSSIBLE where the course has nothing that an option speaks of.
 */
export function courseFor(course: CompiledCourse, options: PackageOptions): CompiledCourse {
  if (options.completes === 'assessments' && course.rules.success.assessments.length === 0) {
    throw new PackagingError('OPTION_IMPOSSIBLE', 'Assessments can\'t complete this package: no assessment of the course decides success. Name one under "success" in course.yaml, or let lessons complete it.');
  }
  const chosen = inLanguage(course, options.language);
  const { translations, ...made } = withOptions(chosen, options);
  return translations === undefined ? made : { ...made, translations: translations.map((translation) => withOptions(translation, options)) };
}

function withOptions(course: CompiledCourse, options: PackageOptions): CompiledCourse {
  const deciding = new Set(course.rules.success.assessments);
  const units = course.units.map((unit) =>
    unit.assessment !== null && deciding.has(unit.assessment.id) ? { ...unit, assessment: assessmentWith(unit.assessment, options) } : unit);
  return { ...course, units, rules: { ...course.rules, completion: completionFor(course, options.completes) } };
}

function assessmentWith(assessment: Assessment, { passMark, attempts }: PackageOptions): Assessment {
  return { ...assessment, passMark: passMark ?? assessment.passMark, maxAttempts: attempts ?? assessment.maxAttempts };
}

function completionFor({ rules }: CompiledCourse, completes: PackageOptions['completes']): CompiledCourse['rules']['completion'] {
  switch (completes) {
    case 'course':
      return rules.completion;
    case 'lessons':
      return { lessons: 'all', checks: false, assessments: [], minimumSeconds: 0 };
    case 'assessments':
      return { lessons: 'none', checks: false, assessments: rules.success.assessments, minimumSeconds: 0 };
  }
}
