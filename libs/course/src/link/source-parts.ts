import type { GlossaryTerm, Statement } from '../compiled.js';
import type { AssessmentBody } from '../parts/assessment.js';
import type { BankBody, PlacedItem } from '../parts/bank.js';
import type { CourseHead } from '../parts/course.js';
import type { LessonBody } from '../parts/lesson.js';
import type { Part } from '../parts/part.js';
import type { UnitHead } from '../parts/unit.js';

/** The parts of one folder under units/. */
export interface UnitParts {
  folder: string;
  unit: Part<UnitHead> | null;
  /** in the order of their file names */
  lessons: Part<LessonBody>[];
  checks: Part<PlacedItem[]> | null;
  bank: Part<BankBody> | null;
  assessment: Part<AssessmentBody> | null;
}

/** Every part of a course source, in the order of the course. A part is null where its file is missing or refused. */
export interface SourceParts {
  course: Part<CourseHead> | null;
  statements: Part<Statement[]> | null;
  glossary: Part<GlossaryTerm[]> | null;
  units: UnitParts[];
  /** of banks/ */
  banks: Part<BankBody>[];
}

/** All parts in one list. */
export function allParts(parts: SourceParts): Part<unknown>[] {
  const ofUnits = parts.units.flatMap((unit) => [unit.unit, ...unit.lessons, unit.checks, unit.bank, unit.assessment]);
  return [parts.course, parts.statements, parts.glossary, ...parts.banks, ...ofUnits].filter((part) => part !== null);
}

/** Every bank, those of the units included, with the unit whose folder it stands in. */
export function allBanks(parts: SourceParts): { part: Part<BankBody>; body: BankBody; home: UnitParts | null }[] {
  const ofUnits = parts.units.map((unit) => ({ part: unit.bank, home: unit }));
  return [...parts.banks.map((part) => ({ part, home: null })), ...ofUnits].flatMap(({ part, home }) =>
    part === null || part.value === null ? [] : [{ part, body: part.value, home }]);
}
