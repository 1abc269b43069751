import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@preceptor/course';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { companionsOf, packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { contentScript, packageContents } from './content.js';
import { PackagingError } from './errors.js';
import type { PackageFile } from './files.js';
import { identityOf } from './identity/identity-of.js';
import { identityPath } from './identity/identity.js';
import { lintPackage } from './lint.js';
import { mediaFile, type MediaSource } from './media-files.js';
import { mediaTypeOf } from './media-types.js';
import { packageNames, withNames } from './names.js';
import { courseFor } from './options/course-for.js';
import { languagesOf, mediaOf } from './options/languages.js';
import { playerPage } from './page.js';
import { partBoot } from './part-boot.js';
import { playerScripts, type PlayerBuild } from './player-build.js';
import { standards, type StandardName } from './standards/index.js';
import { partsFor } from './standards/package-warnings.js';

export interface PackageInput {
  course: CompiledCourse;
  /** SHA-256 of the compiled course, hex */
  hash: string;
  /** folder that holds `media/`, or a way to open a medium by its path in the course */
  media: MediaSource;
  /** CRC-32 of media by their SHA-256, as far as it is known: those are read once, and are what they were */
  checksums?: ReadonlyMap<string, number>;
  player: PlayerBuild;
  standard: StandardName;
  /** in place of those that stand with the course */
  options?: Partial<PackageOptions>;
  /** nothing is recorded (for looking through a course) */
  browse?: boolean;
  /** further scripts of the page, by path; `bytes` go into the package */
  scripts?: { path: string; bytes: Uint8Array }[];
}

/**
 * All files of a package in the order in which they are zipped: manifest, pages, player, what the package is, content,
 * media, schemas. The same course version, options and player give the same list. Fails with a PackagingError.
 */
export async function packageFiles(input: PackageInput): Promise<PackageFile[]> {
  const { hash, player, scripts = [], checksums } = input;
  const standard = standards[input.standard];
  const options = packageOptionsOf(input.course.packaging, input.options);
  const course = courseFor(input.course, options);
  const parts = partsFor(input.standard, course, options.structure);
  const media = mediaOf(course);
  const names = packageNames(media.map(({ path }) => path));
  const companions = companionsOf(course, standard.boot);
  const playing = await playerScripts(player, companions);
  const boot = { course, parts, base: input.course, hash, player, companions, standard, options, browse: input.browse ?? false };
  const identity = identityOf({
    course, base: input.course, hash, standard: input.standard, options, languages: languagesOf(course), player: sha256(Buffer.concat(playing.map(({ bytes }) => bytes))),
    parts: parts.map(({ id, title, launch }) => ({ id, title, page: launch })),
  });
  const listed = [
    ...parts.map((part) => textFile(part.launch, playerPage(withNames(partBoot(part, boot), names), {
      title: part.kind === 'course' ? course.title : `${part.title} – ${course.title}`,
      language: course.language, direction: course.direction, scripts: [...playing, ...scripts].map(({ path }) => path),
    }))),
    ...[...playing, ...scripts].map(({ path, bytes }) => bytesFile(path, bytes)),
    textFile(identityPath, `${JSON.stringify(identity)}\n`),
    ...packageContents(boot).map(([id, value]) => textFile(`content/${id}.js`, contentScript(withNames(value, names)))),
    ...(await Promise.all(media.map((medium) => mediaFile(medium, names.get(medium.path) ?? medium.path, input.media, checksums?.get(medium.sha256))))),
  ];
  const { manifest } = standard;
  const said = manifest === null ? [] : [textFile(manifest.path, manifest.write(course, parts, listed.map(({ path }) => path), options))];
  const files = [...said, ...listed, ...(await schemaFiles(standard.schemas))];
  const [problem] = lintPackage(files, { manifest: manifest?.path ?? null, pages: parts.map(({ launch }) => launch) });
  if (problem !== undefined) throw new PackagingError(problem.code === 'NAME' ? 'NAME_UNUSABLE' : 'PACKAGE_INVALID', problem.message);
  return files;
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

/** A name for the zip that says what is in it: `<slug>-<version>-<standard>.zip`, with the language where it is one of the course's alone. */
export function packageName(course: CompiledCourse, standard: StandardName, language = 'all'): string {
  const version = course.version.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 20) || createHash('sha256').update(course.version).digest('hex').slice(0, 8);
  return `${course.slug}-${version}-${standard}${language === 'all' ? '' : `-${language.replace(/[^A-Za-z0-9-]+/g, '')}`}.zip`;
}
