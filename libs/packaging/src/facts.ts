import type { CompiledCourse, Objective, Statement } from '@preceptor/course/compiled';
import { assessmentContent } from '@preceptor/course/delivery';
import { learningSeconds } from './parts/time.js';

/** One text in each language that the course has it in, the course's own language first; empty where there is none. */
export type Said = { language: string; text: string }[];

/** What manifests say about a course or a part of one, read off the compiled course in one place. */
export interface CourseFacts {
  /** NCName; stays the same over versions, so that an LMS that replaces a package keeps its learners' records */
  identifier: string;
  title: Said;
  description: Said;
  /** BCP 47, the course's own first */
  languages: string[];
  keywords: Said[];
  authors: string[];
  /** the licence, and the last day of use where there is one */
  rights: Said;
  /** the author's label */
  version: string;
  /** typical time to learn, seconds; 0: unknown */
  seconds: number;
  objectives: ObjectiveFacts[];
  /** what its lessons, checks and questions derive from */
  statements: StatementFacts[];
}
export interface ObjectiveFacts { id: string; text: Said; statements: StatementFacts[] }
/** One numbered claim of the guide that a course derives from. */
export interface StatementFacts { id: string; section: Said; text: Said }

/** `validUntil` is an ISO 8601 date, the last day of use. */
export function courseFacts(course: CompiledCourse, validUntil: string | null = null): CourseFacts {
  const used = statementsUsed(course);
  return {
    identifier: course.id,
    title: inEachLanguage(course, ({ title }) => title),
    description: inEachLanguage(course, ({ description }) => description),
    languages: languageVersions(course).map(({ language }) => language),
    keywords: course.keywords.map((_, at) => inEachLanguage(course, ({ keywords }) => keywords[at])),
    authors: course.authors,
    rights: inEachLanguage(course, ({ licence, language }) => (validUntil === null ? licence : `${licence} ${lastDay(language, validUntil)}`)),
    version: course.version,
    seconds: typicalSeconds(course),
    objectives: objectivesOf(course, used).map(({ id, statements }) => ({
      id,
      text: inEachLanguage(course, (version) => version.units.flatMap(({ objectives }) => objectives).find((objective) => objective.id === id)?.text),
      statements: course.statements.filter((statement) => statements.includes(statement.id)).map((statement) => statementFacts(course, statement)),
    })),
    statements: course.statements.filter(({ id }) => used.has(id)).map((statement) => statementFacts(course, statement)),
  };
}

/** What `pick` finds in each language of a course, without those in which it finds nothing. */
export function inEachLanguage(course: CompiledCourse, pick: (version: CompiledCourse) => string | undefined): Said {
  return languageVersions(course).map((version) => ({ language: version.language, text: pick(version) ?? '' })).filter(({ text }) => text !== '');
}

function languageVersions(course: CompiledCourse): CompiledCourse[] {
  return [course, ...(course.translations ?? [])];
}

function statementFacts(course: CompiledCourse, { id }: Statement): StatementFacts {
  const find = (version: CompiledCourse) => version.statements.find((statement) => statement.id === id);
  return { id, section: inEachLanguage(course, (version) => find(version)?.section), text: inEachLanguage(course, (version) => find(version)?.text) };
}

/** The statements of its lessons, of the checks in them, and of every item that its assessments can ask. */
function statementsUsed(course: CompiledCourse): Set<string> {
  const lessons = course.units.flatMap((unit) => unit.lessons);
  const asked = course.units.flatMap(({ assessment }) => (assessment === null ? [] : assessmentContent(course, assessment.id)?.items ?? []));
  return new Set([...lessons, ...lessons.flatMap(({ checks }) => checks), ...asked].flatMap(({ statements }) => statements));
}

/** Objectives stand with units: of a unit that is cut up, a part has those that it shares a statement with. */
function objectivesOf(course: CompiledCourse, used: ReadonlySet<string>): Objective[] {
  return course.units.flatMap((unit) => unit.objectives).filter(({ statements }) => statements.length === 0 || statements.some((id) => used.has(id)));
}

/** The author's credit hours where there are some, else how long reading and answering take, or the minimum of time. */
function typicalSeconds({ creditHours, units, rules }: CompiledCourse): number {
  return creditHours === null ? Math.max(learningSeconds(units), rules.completion.minimumSeconds) : Math.round(creditHours * 3600);
}

/** "Use ends on", in the languages that the player speaks. */
const endings: Record<string, (day: string) => string> = {
  en: (day) => `May be used until ${day}.`,
  es: (day) => `Puede usarse hasta el ${day}.`,
  fr: (day) => `Utilisable jusqu’au ${day}.`,
  de: (day) => `Nutzbar bis ${day}.`,
  ar: (day) => `يجوز استخدامه حتى ${day}.`,
};

function lastDay(language: string, date: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  const ending = endings[primary];
  return ending === undefined ? `(– ${date})` : ending(new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)));
}

/** ISO 8601 duration in hours and minutes, rounded up to a minute: 5400 -> PT1H30M. */
export function isoDuration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

/** A person's or an organisation's name as a vCard 3.0 (RFC 2426), as LOM wants its contributors. */
export function vcard(name: string): string {
  const escaped = name.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\s+/g, ' ').trim();
  return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${escaped}\r\nN:${escaped};;;;\r\nEND:VCARD\r\n`.replaceAll('\r\n', '\n');
}
