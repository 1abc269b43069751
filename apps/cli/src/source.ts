import { stat } from 'node:fs/promises';
import { CourseCompiler, type CompileResult } from '@preceptor/course';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { CommandError } from './terminal.js';

/** A course that compiled, with its name. */
export interface Compiled { course: CompiledCourse; hash: string }

/** What a compile result holds when the source has no errors; null when it has. */
export function compiledOf({ course, hash }: CompileResult): Compiled | null {
  return course === null || hash === null ? null : { course, hash };
}

/** A compiler for the folder of a command line. Fails with a sentence when there is no such folder. */
export async function compilerOf(folder: string): Promise<CourseCompiler> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code);
  if (found === 'EACCES') throw new CommandError(2, `${folder} may not be read.`);
  if (typeof found !== 'object') throw new CommandError(2, `there is no folder ${folder}.`);
  if (!found.isDirectory()) throw new CommandError(2, `${folder} is a file: name the folder that holds course.yaml.`);
  return new CourseCompiler(folder);
}
