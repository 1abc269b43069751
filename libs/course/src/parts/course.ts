import type { GlossaryTerm, Statement } from '../compiled.js';
import type { CompiledCourse, PackageOptions } from '../compiled.js';
import type { SourceText } from '../files/source-text.js';
import { courseSchema, statementSchema, termSchema } from '../source/course.js';
import { checkValue } from '../yaml/check.js';
import { entriesOf } from './entries.js';
import { directionOf, languageTag } from './language.js';
import { PartBuilder, type Part, type PartContext } from './part.js';

/** What course.yaml alone says of the compiled course. */
export type CourseHead = Omit<CompiledCourse, 'format' | 'statements' | 'glossary' | 'units' | 'banks' | 'media'>;

/** Compiles course.yaml. */
export function compileCourseFile(source: SourceText, context: PartContext): Part<CourseHead> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  if (file === null) return part.done<CourseHead>(null);
  const written = checkValue(courseSchema, file, file.value, [], part.list);
  if (written === null) return part.done<CourseHead>(null);
  const language = languageTag(written.language);
  if (language === null) part.list.report('bad-language', source, file.at(['language']), `"${written.language.slice(0, 60)}" is not a BCP 47 language tag.`);
  const { original } = context;
  if (original !== undefined && language !== null && language !== context.language && language !== original.language) {
    part.list.report('translation-language', source, file.at(['language']), `This file stands in the folder of "${context.language}", not of "${language}".`);
  }
  const fields = part.fields(file);
  const description = fields.both(written.description, 'description');
  const { completion, success } = written;
  part.mentionAll('assessment', completion.assessments, file, ['completion', 'assessments']);
  part.mentionAll('assessment', success.assessments, file, ['success', 'assessments']);
  const head: CourseHead = {
    id: written.id,
    slug: written.id,
    title: written.title,
    language: language ?? 'und',
    direction: directionOf(language ?? 'und'),
    descriptionHtml: description.html,
    description: description.text,
    authors: written.authors,
    licence: written.licence,
    version: written.version,
    keywords: written.keywords,
    creditHours: written.creditHours ?? null,
    credits: fields.html(written.credits, 'credits'),
    disclaimer: written.disclaimer === undefined ? null : { html: fields.html(written.disclaimer, 'disclaimer') },
    rules: {
      completion: { lessons: completion.lessons, checks: completion.checks, assessments: completion.assessments, minimumSeconds: Math.round(completion.minimumMinutes * 60) },
      success: { assessments: success.assessments },
    },
    ...(written.packaging === undefined ? {} : { packaging: written.packaging as Partial<PackageOptions> }),
  };
  for (const term of fields.terms) part.mention('term', term.id, term.span);
  return part.done(head);
}

/** Compiles statements.yaml. */
export function compileStatements(source: SourceText, context: PartContext): Part<Statement[]> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  if (file === null) return part.done<Statement[]>(null);
  const statements = entriesOf(part, file, file.value, [], 'statement', (value, path) => checkValue(statementSchema, file, value, path, part.list));
  return part.done(statements);
}

/** Compiles glossary.yaml. */
export function compileGlossary(source: SourceText, context: PartContext): Part<GlossaryTerm[]> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  if (file === null) return part.done<GlossaryTerm[]>(null);
  const fields = part.fields(file);
  const terms = entriesOf(part, file, file.value, [], 'term', (value, path) => {
    const written = checkValue(termSchema, file, value, path, part.list);
    return written === null ? null : { id: written.id, term: written.term, html: fields.html(written.definition, ...path, 'definition') };
  });
  for (const term of fields.terms) part.mention('term', term.id, term.span);
  return part.done(terms);
}
