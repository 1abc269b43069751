import type { CompiledCourse, Unit } from '@preceptor/course/compiled';
import type { CoursePart } from './parts.js';

/** A place in a manifest's tree: a part, or a unit with the parts that it is cut into. */
export type Place = { unit: null; parts: [CoursePart] } | { unit: Unit; parts: CoursePart[] };

/** The parts as a manifest orders them: under their units where units are cut up, else side by side. */
export function treeOf({ units }: CompiledCourse, parts: readonly CoursePart[]): Place[] {
  const whole = parts.every(({ kind }) => kind === 'course' || kind === 'unit');
  if (whole) return parts.map((part) => ({ unit: null, parts: [part] }));
  return units.map((unit) => ({ unit, parts: parts.filter((part) => part.unit === unit.id) })).filter((place) => place.parts.length > 0);
}
