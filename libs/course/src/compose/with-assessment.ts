import { blueprintProblems, describeProblem, type Assessment, type Bank, type Item } from '@preceptor/assessment';
import { canonicalJson } from '../canonical.js';
import type { CompiledCourse, Media, Unit } from '../compiled.js';
import { compiledCourseSchema } from '../compiled-schema.js';
import { itemById } from '../delivery/items.js';
import { withOtherMedia } from './media.js';

/** What is to be a unit's assessment. `items`: every item of its forms; `media`: what they name; `required`: the course is completed, and where there is a pass mark passed, by it. */
export interface ComingAssessment { unit: string; assessment: Assessment; items: Item[]; media: Media[]; required: boolean }
export interface Composed {
  /** null: there are problems */
  course: CompiledCourse | null;
  /** why it can't be part of the course, as sentences */
  problems: string[];
  /** the assessment whose place it takes; null: the unit had none */
  replaces: { id: string; title: string } | null;
  /** ids of items that the course did not have */
  newItems: string[];
  /** ids of items that the course had otherwise: they change wherever they are asked */
  changedItems: string[];
  /** languages of translations, in which what is new stands untranslated */
  untranslated: string[];
}

/** The id of the bank that holds what no other bank of the course does: draws of other assessments never take from it. */
export const bankOf = ({ id }: Pick<Assessment, 'id'>): string => `${id.slice(0, 58).replace(/-+$/, '')}-items`;
/** Ids that packages have a use for: see `checkReferences`. */
const reserved = /^(search|glossary|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * A course with an assessment in the place of a unit's. Items that the course has already are replaced where they stand;
 * the others go into a bank of the assessment's own. Gives the course only where it is as sound as one from a source:
 * it fits the schema, every form can be given, and no id means two things.
 */
export function withAssessment(course: CompiledCourse, coming: ComingAssessment): Composed {
  const unit = course.units.find(({ id }) => id === coming.unit);
  const before = unit?.assessment ?? null;
  const own = bankOf(coming.assessment);
  const named = withOtherMedia(course, coming);
  const items = named.items.map((item) => withLessons(item, course));
  const elsewhere = itemById({ ...course, banks: course.banks.filter(({ id }) => id !== own) });
  const known = itemById(course);
  const made = { ...coming, items, media: named.media };
  const changed = new Set(items.filter((item) => known.has(item.id) && canonicalJson(known.get(item.id)) !== canonicalJson(item)).map(({ id }) => id));
  const result = {
    replaces: before === null ? null : { id: before.id, title: before.title }, newItems: items.filter(({ id }) => !known.has(id)).map(({ id }) => id), changedItems: [...changed],
    untranslated: (course.translations ?? []).map(({ language }) => language),
  };
  const problems = unit === undefined ? [`The course has no unit "${coming.unit}" any more.`] : problemsOf(course, made, before, own);
  if (problems.length > 0) return { course: null, problems, ...result };
  const placed = (of: CompiledCourse, replaced: (id: string) => boolean) => place(of, made, before, { own, elsewhere: new Set(elsewhere.keys()), replaced });
  const translations = course.translations?.map((translation) => placed(translation, (id) => changed.has(id)));
  const composed: CompiledCourse = { ...placed(course, () => true), ...(translations === undefined ? {} : { translations }) };
  const faults = [...soundness(composed), ...(translations ?? []).flatMap(soundness)];
  return { course: faults.length === 0 ? composed : null, problems: [...new Set(faults)], ...result };
}

interface Placing { own: string; elsewhere: ReadonlySet<string>; /** whether an item that stands already gives way */ replaced: (id: string) => boolean }
function place(course: CompiledCourse, { unit: unitId, assessment, items, media, required }: ComingAssessment, before: Assessment | null, { own, elsewhere, replaced }: Placing): CompiledCourse {
  const coming = new Map(items.map((item) => [item.id, item]));
  const now = (item: Item): Item => (replaced(item.id) ? coming.get(item.id) ?? item : item);
  const standing = new Map(course.banks.find(({ id }) => id === own)?.items.map((item) => [item.id, item]));
  const added: Bank = { id: own, title: assessment.title, unit: unitId, items: items.filter(({ id }) => !elsewhere.has(id)).map((item) => (replaced(item.id) ? item : standing.get(item.id) ?? item)) };
  const others = course.banks.filter(({ id }) => id !== own).map((bank) => ({ ...bank, items: bank.items.map(now) }));
  const paths = new Set(course.media.map(({ path }) => path));
  const { completion, success } = course.rules;
  const counted = (ids: readonly string[], counts: boolean) => [...ids.filter((id) => id !== before?.id && id !== assessment.id), ...(counts ? [assessment.id] : [])];
  return {
    ...course,
    units: course.units.map((unit): Unit => ({ ...unit, lessons: unit.lessons.map((lesson) => ({ ...lesson, checks: lesson.checks.map(now) })), assessment: unit.id === unitId ? assessment : unit.assessment })),
    banks: added.items.length === 0 ? others : [...others, added],
    media: [...course.media, ...media.filter(({ path }) => !paths.has(path))],
    rules: { completion: { ...completion, assessments: counted(completion.assessments, required) }, success: { assessments: counted(success.assessments, required && assessment.passMark !== null) } },
  };
}

/** What can be told before anything is put together. */
function problemsOf(course: CompiledCourse, { assessment, items }: ComingAssessment, before: Assessment | null, own: string): string[] {
  const taken = new Map<string, string>([
    ...course.units.flatMap((unit): [string, string][] => [
      [unit.id, 'a unit'], ...unit.lessons.flatMap((lesson): [string, string][] => [[lesson.id, 'a lesson'], ...lesson.reflections.map(({ id }): [string, string] => [id, 'a reflection'])]),
      ...(unit.assessment === null || unit.assessment.id === before?.id ? [] : [[unit.assessment.id, 'the assessment of another unit'] as [string, string]]),
    ]),
    ...course.banks.filter(({ id }) => id !== own).map(({ id }): [string, string] => [id, 'a bank']),
  ]);
  const known = itemById(course);
  const statements = new Set(course.statements.map(({ id }) => id));
  const twice = items.filter((item, index) => items.findIndex(({ id }) => id === item.id) !== index);
  return [
    ...[assessment.id, own].flatMap((id) => (taken.has(id) ? [`The course calls ${taken.get(id)} "${id}" already.`] : known.has(id) ? [`The course has a question called "${id}" already.`] : reserved.test(id) ? [`"${id}" can't be the id of an assessment: packages have a use for that name.`] : [])),
    ...items.flatMap(({ id }) => (id === assessment.id || id === own ? [`A question is called "${id}", like the assessment or its bank.`] : taken.has(id) ? [`A question is called "${id}", like ${taken.get(id)} of the course.`] : [])),
    ...twice.map(({ id }) => `Two questions of different banks are called "${id}". Take one of them out of the forms.`),
    ...items.flatMap((item) => item.statements.filter((id) => !statements.has(id)).map((id) => `Question "${item.id}" asks statement "${id}", which the course does not have.`)),
  ];
}

function soundness(course: CompiledCourse): string[] {
  const read = compiledCourseSchema.safeParse(course);
  if (!read.success) return read.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const items = itemById(course);
  return course.units.flatMap(({ assessment }) => (assessment === null ? [] : blueprintProblems(assessment, course.banks, items).map(describeProblem)));
}

/** As the compiler does: an item that names no lessons to read again gets those that teach its statements. */
function withLessons(item: Item, course: CompiledCourse): Item {
  const there = new Set(course.units.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
  const own = item.lessons.filter((id) => there.has(id));
  if (own.length > 0) return { ...item, lessons: own };
  const asks = new Set(item.statements);
  return { ...item, lessons: course.units.flatMap(({ lessons }) => lessons.filter(({ statements }) => statements.some((id) => asks.has(id))).map(({ id }) => id)) };
}
