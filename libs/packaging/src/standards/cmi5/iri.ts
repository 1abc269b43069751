/**
 * The IRIs of a course and its parts (cmi5 Quartz, 13.1: `id` is an IRI that the publisher makes; ids of AUs are unique in
 * the course). They are built from the course's id alone and stay the same over versions, as a record hangs on them.
 */
export function courseIri(course: string): string {
  return `urn:preceptor:course:${course}`;
}

/** `part` is the id of a part, a unit or an objective, whose kinds share no id with each other. */
export function activityIri(course: string, part: string): string {
  return `${courseIri(course)}:au:${part}`;
}

export function blockIri(course: string, unit: string): string {
  return `${courseIri(course)}:block:${unit}`;
}

export function objectiveIri(course: string, objective: string): string {
  return `${courseIri(course)}:objective:${objective}`;
}
