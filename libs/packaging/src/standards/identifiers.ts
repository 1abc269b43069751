import type { CoursePart } from '../parts/parts.js';

/**
 * The identifiers of an `imsmanifest.xml`: xs:ID, so unique in the file, and built from ids of the course, so that they
 * stay the same over versions.
 */
export const identifiers = {
  manifest: (course: string) => `course-${course}`,
  organization: (course: string) => `org-${course}`,
  cluster: (unit: string) => `unit-${unit}`,
  item: ({ id }: CoursePart) => `item-${id}`,
  sco: ({ id }: CoursePart) => `sco-${id}`,
  shared: (course: string) => `shared-${course}`,
  objective: (id: string) => `objective-${id}`,
};
