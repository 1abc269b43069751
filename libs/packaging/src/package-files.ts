import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledCourse, Media } from '@preceptor/course/compiled';
import { lessonContent, outlineOf, packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { contentScript, courseContents } from './content.js';
import { PackagingError } from './errors.js';
import type { FileSource, PackageFile } from './files.js';
import { lintPackage } from './lint.js';
import { mediaTypeOf } from './media-types.js';
import { packageNames, withNames } from './names.js';
import { playerPage } from './page.js';
import { partsOf } from './parts/parts.js';
import { wordsFor, type PlayerBuild } from './player-build.js';
import { standards, type StandardName } from './standards/index.js';

export interface PackageInput {
  course: CompiledCourse;
  /** SHA-256 of the compiled course, hex */
  hash: string;
  /** folder that holds `media/`, or a way to open a medium by its path in the course */
  media: { root: string } | { open: (medium: Media) => FileSource };
  player: PlayerBuild;
  standard: StandardName;
  /** in place of those that stand with the course */
  options?: Partial<PackageOptions>;
  /** nothing is recorded (for looking through a course) */
  browse?: boolean;
  /** further scripts of the page, by path; `bytes` go into the package */
  scripts?: { path: string; bytes: Uint8Array }[];
}

const launch = 'index.html';

/**
 * All files of a package in the order in which they are zipped: manifest, page, player, content, media, schemas.
 * The same course version and player give the same list. Fails with a PackagingError.
 */
export async function packageFiles(input: PackageInput): Promise<PackageFile[]> {
  const { course, standard, scripts = [] } = input;
  const rules = standards[standard];
  const names = packageNames(course.media.map(({ path }) => path));
  const listed = [
    textFile(launch, page(input, names)),
    bytesFile('player.js', typeof input.player.script === 'string' ? await readFile(input.player.script) : input.player.script),
    ...scripts.map(({ path, bytes }) => bytesFile(path, bytes)),
    ...courseContents(course).map(([id, value]) => textFile(`content/${id}.js`, contentScript(withNames(value, names)))),
    ...(await Promise.all(course.media.map((medium) => mediaFile(medium, names.get(medium.path) ?? medium.path, input.media)))),
  ];
  const options = packageOptionsOf(course.packaging, input.options);
  const manifest = rules.manifest?.write(course, partsOf(course, 'single'), listed.map(({ path }) => path), options);
  const files = [...(manifest === undefined ? [] : [textFile(rules.manifest?.path ?? '', manifest)]), ...listed, ...(await schemaFiles(rules.schemas))];
  const [problem] = lintPackage(files, { manifest: rules.manifest?.path === 'imsmanifest.xml' });
  if (problem !== undefined) throw new PackagingError(problem.code === 'NAME' ? 'NAME_UNUSABLE' : 'PACKAGE_INVALID', problem.message);
  return files;
}

function page({ course, hash, player, standard, browse = false, scripts = [] }: PackageInput, names: ReadonlyMap<string, string>): string {
  const outline = outlineOf(course, hash);
  const firstLesson = course.units.find((unit) => unit.lessons.length > 0)?.lessons[0];
  const first = firstLesson === undefined ? null : lessonContent(course, firstLesson.id);
  const words = wordsFor(player, course.language);
  const boot = withNames({ standard: standards[standard].boot, outline, first, ...(words === undefined ? {} : { words }), ...(browse ? { mode: 'browse' as const } : {}) }, names);
  return playerPage(boot, { title: course.title, language: course.language, direction: course.direction, scripts: ['player.js', ...scripts.map(({ path }) => path)] });
}

async function mediaFile(medium: Media, path: string, media: PackageInput['media']): Promise<PackageFile> {
  const { compress } = mediaTypeOf(path);
  if ('open' in media) return { path, size: medium.bytes, type: medium.type, compress, source: media.open(medium) };
  const file = join(media.root, medium.path);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new PackagingError('MEDIA_MISSING', `${medium.path} is missing: the course names it, but there is no such file.`);
  if (found.size !== medium.bytes) throw new PackagingError('MEDIA_CHANGED', `${medium.path} is not the file that the course was compiled with. Compile the course again.`);
  return { path, size: medium.bytes, type: medium.type, compress, source: { file } };
}

const schemasRoot = join(import.meta.dirname, '../schemas');

async function schemaFiles(folder: string | null): Promise<PackageFile[]> {
  if (folder === null) return [];
  const found = (await readdir(join(schemasRoot, folder))).filter((name) => /\.(xsd|dtd)$/.test(name)).sort();
  return Promise.all(found.map(async (name) => bytesFile(name, await readFile(join(schemasRoot, folder, name)))));
}

function textFile(path: string, text: string): PackageFile {
  return bytesFile(path, Buffer.from(text, 'utf8'));
}

function bytesFile(path: string, bytes: Uint8Array): PackageFile {
  const { type, compress } = mediaTypeOf(path);
  return { path, size: bytes.length, type, compress, source: { bytes } };
}

/** A name for the zip that says what is in it: `<slug>-<version>-<standard>.zip`. */
export function packageName(course: CompiledCourse, standard: StandardName): string {
  const version = course.version.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 20) || createHash('sha256').update(course.version).digest('hex').slice(0, 8);
  return `${course.slug}-${version}-${standard}.zip`;
}
