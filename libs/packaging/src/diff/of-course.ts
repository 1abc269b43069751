import type { CompiledCourse } from '@preceptor/course/compiled';
import { packageOptionsOf } from '@preceptor/course/delivery';
import { identityOf } from '../identity/identity-of.js';
import { courseFor } from '../options/course-for.js';
import { languagesOf } from '../options/languages.js';
import { partsOf } from '../parts/parts.js';
import { isStandardName } from '../standards/index.js';
import { partsFor } from '../standards/package-warnings.js';
import type { Compared } from './package-diff.js';

/**
 * What a package of a course would say of itself, made as `other` was: for its standard and with its options, except
 * where course.yaml says otherwise. Without `other` the standard is left open. Fails with a PackagingError.
 */
export function comparedCourse(base: CompiledCourse, hash: string, other: Compared | null): Compared {
  const standard = other?.standard ?? null;
  const asked = packageOptionsOf(other?.options, base.packaging);
  const options = languagesOf(base).includes(asked.language) ? asked : { ...asked, language: 'all' };
  const course = courseFor(base, options);
  const parts = standard !== null && isStandardName(standard) ? partsFor(standard, course, options.structure) : partsOf(course, options.structure);
  const identity = identityOf({
    course, base, hash, standard: standard ?? '', options, languages: languagesOf(course), player: other?.player ?? '',
    parts: parts.map(({ id, title, launch }) => ({ id, title, page: launch })),
  });
  return { ...identity, standard };
}
