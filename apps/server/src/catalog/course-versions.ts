import type { CompiledCourse } from '@preceptor/course/compiled';
import type { CourseOutline } from '@preceptor/course/delivery';

/** A published version as it is read again and again: immutable, so that it may be kept in memory. */
export interface LoadedVersion {
  id: string;
  courseId: string;
  organisationId: string;
  number: number;
  /** SHA-256 of the compiled course, hex. */
  hash: string;
  course: CompiledCourse;
  outline: CourseOutline;
}

/** The port through which other modules read what was published. Does not ask who reads: the caller has decided that. */
export abstract class CourseVersions {
  /** The version with this id, from a cache of the few last used; null where there is none. */
  abstract get(versionId: string): Promise<LoadedVersion | null>;
}
