import { stat } from 'node:fs/promises';
import { compileCourse, type CompileResult } from '@preceptor/course';
import { CommandError } from './terminal.js';

/** Compiles the folder of a command line. Fails with a sentence when there is no such folder. */
export async function compileFolder(folder: string): Promise<CompileResult> {
  await mustBeFolder(folder);
  return compileCourse(folder);
}

export type FolderCompiler = () => Promise<CompileResult>;

/** A compiler that keeps what has not changed between two compilations. */
export function folderCompiler(folder: string): FolderCompiler {
  return async () => {
    await mustBeFolder(folder);
    return compileCourse(folder);
  };
}

async function mustBeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code);
  if (found === 'EACCES') throw new CommandError(2, `${folder} may not be read.`);
  if (typeof found !== 'object') throw new CommandError(2, `there is no folder ${folder}.`);
  if (!found.isDirectory()) throw new CommandError(2, `${folder} is a file: name the folder that holds course.yaml.`);
}
