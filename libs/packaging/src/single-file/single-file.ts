import type { CompiledCourse, Media } from '@preceptor/course/compiled';
import { companionsOf, packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { packageContents } from '../content.js';
import { PackagingError } from '../errors.js';
import { readFileBytes } from '../files.js';
import { mediaFile, type MediaSource } from '../media-files.js';
import { withNames } from '../names.js';
import { courseFor } from '../options/course-for.js';
import { mediaOf } from '../options/languages.js';
import { playerPage } from '../page.js';
import { partBoot } from '../part-boot.js';
import { partsOf } from '../parts/parts.js';
import { playerScripts, type PlayerBuild } from '../player-build.js';
import { standards } from '../standards/index.js';

export interface SingleFileInput {
  course: CompiledCourse;
  /** SHA-256 of the compiled course, hex */
  hash: string;
  media: MediaSource;
  player: PlayerBuild;
  /** in place of those that stand with the course */
  options?: Partial<PackageOptions>;
}

/** Above this many bytes a file is a burden for mail, and slow to open. */
export const heavyFile = 25_000_000;
/** Bytes of media: what stands in the page thrice over (read, encoded, in place) must fit one text of a JavaScript engine. */
const mostMedia = 150_000_000;

/**
 * A course as the text of one HTML page that plays from a disk or an attachment and asks for nothing else: for looking
 * through, so that nothing is recorded. Fails with a PackagingError (MEDIA_MISSING, TOO_LARGE, ...).
 */
export async function singleFile(input: SingleFileInput): Promise<string> {
  const { hash, player } = input;
  const options = packageOptionsOf(input.course.packaging, input.options);
  const course = courseFor(input.course, options);
  const media = mediaOf(course);
  const bytes = media.reduce((sum, medium) => sum + medium.bytes, 0);
  if (bytes > mostMedia) throw new PackagingError('TOO_LARGE', `The media of the course have ${Math.round(bytes / 1e6)} MB, more than one page can hold (${mostMedia / 1e6} MB). Package it for --standard site instead.`);
  const parts = partsOf(course, 'single');
  const [part] = parts;
  if (part === undefined) throw new PackagingError('PACKAGE_INVALID', 'The course has nothing to show.');
  const companions = companionsOf(course, 'standalone');
  const made = { course, parts, base: input.course, hash, player, companions, standard: standards.site, options, browse: true };
  const contents = Object.fromEntries(packageContents(made));
  const boot = withNames(downloads({ ...partBoot(part, made), contents }), await dataAddresses(media, input.media));
  const inline = (await playerScripts(player, companions)).map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  return playerPage(boot, { title: course.title, language: course.language, direction: course.direction, inline });
}

async function dataAddresses(media: readonly Media[], source: MediaSource): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  for (const medium of media) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of readFileBytes(await mediaFile(medium, medium.path, source, undefined))) chunks.push(chunk);
    addresses.set(medium.path, `data:${medium.type};base64,${Buffer.concat(chunks).toString('base64')}`);
  }
  return addresses;
}

/** A browser opens no page from data; what a lesson links to is saved instead. */
function downloads<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/<a href="((?:translations\/[^"/]+\/)?media\/(?:[^"]*\/)?([^"/]+))"/g, '<a download="$2" href="$1"') as T;
  if (Array.isArray(value)) return value.map(downloads) as T;
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, downloads(inner)])) as T;
  return value;
}
