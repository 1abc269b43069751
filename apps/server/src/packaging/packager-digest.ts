import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const libraries = join(import.meta.dirname, '../../../../libs');

/**
 * Which build of the libraries makes the packages: a package that another build made is not taken for one of this.
 * Where nothing says it, each start of the server counts as a build.
 */
export async function packagerDigest(): Promise<string> {
  const marks = ['course', 'tracking', 'packaging'].map((library) => readFile(join(libraries, library, 'dist/.built'), 'utf8'));
  return Promise.all(marks).then((each) => each.join(' '), () => randomUUID());
}
