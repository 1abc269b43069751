import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Media } from '@preceptor/course/compiled';
import { PackagingError } from './errors.js';
import type { FileSource, PackageFile } from './files.js';
import { mediaTypeOf } from './media-types.js';

/** The folder of a course, or a way to open a medium by its path in the course. */
export type MediaSource = { root: string } | { open: (medium: Media) => FileSource };

/** A medium as a file of the package, called `path` there. `crc` is its CRC-32 where that is known. Fails with MEDIA_MISSING or MEDIA_CHANGED. */
export async function mediaFile(medium: Media, path: string, media: MediaSource, crc: number | undefined): Promise<PackageFile> {
  const about = { path, size: medium.bytes, type: medium.type, compress: mediaTypeOf(path).compress, ...(crc === undefined ? {} : { crc }) };
  if ('open' in media) return { ...about, source: media.open(medium) };
  const file = join(media.root, medium.path);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new PackagingError('MEDIA_MISSING', `${medium.path} is missing: the course names it, but there is no such file.`);
  if (found.size !== medium.bytes) throw new PackagingError('MEDIA_CHANGED', `${medium.path} is not the file that the course was compiled with. Compile the course again.`);
  return { ...about, source: { file } };
}
