import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileCourse } from '@preceptor/course';
import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import { packageFiles, packageToFile, playerBuildIn, type PlayerBuild, type StandardName } from '@preceptor/packaging';

const root = join(import.meta.dirname, '../..');

/** The courses that packages are tested with, by name. */
export const courses = {
  'course-small': join(root, 'test/fixtures/course-small'),
  'course-pilot': join(root, 'test/fixtures/course-pilot'),
  'ketamine-assisted-psychotherapy': join(root, 'courses/ketamine-assisted-psychotherapy'),
};
export type CourseName = keyof typeof courses;

export interface BuiltPackage {
  course: CompiledCourse;
  hash: string;
  /** the zip */
  zip: string;
  /** the zip unpacked by another program */
  folder: string;
  remove: () => Promise<void>;
}

let player: Promise<PlayerBuild> | undefined;

/** Builds the player when its sources are newer than it, once for a test file. */
export function builtPlayer(): Promise<PlayerBuild> {
  player ??= (async () => {
    const { build } = (await import(pathToFileURL(join(root, 'scripts/build.mjs')).href)) as { build: (options: { rooms: string[]; log: () => void }) => Promise<string[]> };
    await build({ rooms: ['apps/player'], log: () => {} });
    return playerBuildIn(join(root, 'apps/player/dist'));
  })();
  return player;
}

/** Compiles, packages and unpacks a course as its users would. Fails when the source has errors. */
export async function buildPackage(name: CourseName, standard: StandardName, options: Partial<PackageOptions> = {}): Promise<BuiltPackage> {
  const { course, hash, diagnostics } = await compileCourse(courses[name]);
  if (course === null || hash === null) throw new Error(`${name} does not compile: ${diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`).join('; ')}`);
  const temporary = await mkdtemp(join(tmpdir(), 'preceptor-package-'));
  const zip = join(temporary, 'package.zip');
  const folder = join(temporary, 'unzipped');
  await packageToFile(await packageFiles({ course, hash, media: { root: courses[name] }, player: await builtPlayer(), standard, options }), zip);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  return { course, hash, zip, folder, remove: () => rm(temporary, { recursive: true }) };
}
