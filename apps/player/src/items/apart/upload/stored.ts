import type { ResponseOf } from '@preceptor/assessment';

export type StoredFile = ResponseOf['upload'];

/** What an answer tells of a file, so far as it is one; null where nothing was handed in. */
export function fileOf(value: unknown): StoredFile | null {
  if (typeof value !== 'object' || value === null || !('file' in value) || !('name' in value) || !('mediaType' in value) || !('bytes' in value)) return null;
  const { file, name, mediaType, bytes } = value;
  return typeof file === 'string' && typeof name === 'string' && typeof mediaType === 'string' && typeof bytes === 'number' ? { file, name, mediaType, bytes } : null;
}

const ELSEWHERE = 'elsewhere';

/**
 * The answer of a learner who has handed her file in by another way. It has the shape of an answer with a file, because
 * an LMS has no place for more than its name: that is what she says of it.
 */
export function elsewhere(accept: readonly string[], note: string): StoredFile {
  return { file: ELSEWHERE, name: note, mediaType: (accept[0] ?? '').replace('/*', '/unknown'), bytes: 1 };
}

export function isElsewhere(file: StoredFile): boolean {
  return file.file === ELSEWHERE;
}
