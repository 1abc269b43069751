import { createContext, useContext } from 'react';
import type { CourseHeadQuery, VersionHeadFragment } from '../generated/graphql.js';

export type Course = NonNullable<CourseHeadQuery['course']>;
/** The course whose desk is open, and the version being looked at: the latest unless the address names another. */
export interface OpenCourse { course: Course; version: VersionHeadFragment; versions: VersionHeadFragment[] }

export const CourseContext = createContext<OpenCourse | null>(null);

export function useCourse(): OpenCourse {
  const open = useContext(CourseContext);
  if (open === null) throw new Error('a course screen stands outside of CourseFrame');
  return open;
}
