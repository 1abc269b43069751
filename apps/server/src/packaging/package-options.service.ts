import { Injectable } from '@nestjs/common';
import { packageOptionsSchema } from '@preceptor/course';
import { type PackageOptions, packageOptionsOf } from '@preceptor/course/delivery';
import { languagesOf } from '@preceptor/packaging';
import { CatalogService } from '../catalog/catalog.service.js';
import type { LoadedVersion } from '../catalog/course-versions.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { PackageSettingsRow } from './packaging.entity.js';

export type GivenOptions = { [K in keyof PackageOptions]?: PackageOptions[K] | undefined };
export interface SavedOptions { options: Partial<PackageOptions>; savedAt: string; savedBy: string }

/** The options of packages: those of the course source, those saved for the course here, those asked for once. */
@Injectable()
export class PackageOptionsService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService) {}

  /** What is saved for a course here; null: nothing, so that the course source decides. */
  async saved(actor: Actor, courseId: string): Promise<SavedOptions | null> {
    const row = await this.database.read.findOneBy(PackageSettingsRow, { courseId, organisationId: actor.organisationId });
    // Written by `save`, which has checked it.
    return row === null ? null : { options: JSON.parse(row.options) as Partial<PackageOptions>, savedAt: row.savedAt, savedBy: row.accountId };
  }

  /** All options of one package; `given` is as it came from outside. BAD_INPUT with the path to the option at fault. */
  async of(actor: Actor, version: LoadedVersion, given: GivenOptions = {}): Promise<PackageOptions> {
    const saved = await this.saved(actor, version.courseId);
    return optionsOf(version, saved, checked(version, given));
  }

  /** Replaces what is saved for a course; what is left out is as in the course source again, and so is all where nothing is given. */
  async save(actor: Actor, courseId: string, given: GivenOptions): Promise<void> {
    const latest = await this.catalog.latest(actor, courseId);
    if (latest === null) throw platformErrors.NOT_FOUND({ path: ['course'] });
    const options = checked(await this.catalog.loaded(actor, latest.id), given);
    const row = { courseId, organisationId: actor.organisationId, options: JSON.stringify(options), accountId: actor.accountId, savedAt: nowText() };
    await this.database.write((manager) => (Object.keys(options).length === 0 ? manager.delete(PackageSettingsRow, { courseId }) : manager.upsert(PackageSettingsRow, row, ['courseId'])));
  }
}

/** The options of a version's packages: asked for, else saved here, else of the course source, else the defaults. */
export function optionsOf({ course }: LoadedVersion, saved: SavedOptions | null, given: Partial<PackageOptions> = {}): PackageOptions {
  const options = packageOptionsOf(course.packaging, { ...saved?.options, ...given });
  // Saved when the course had a language that this version lacks.
  return languagesOf(course).includes(options.language) ? options : { ...options, language: 'all' };
}

function checked(version: LoadedVersion, given: GivenOptions): Partial<PackageOptions> {
  const read = parseInput(packageOptionsSchema, given, 'options');
  const options = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Partial<PackageOptions>;
  const languages = languagesOf(version.course);
  if (options.language !== undefined && options.language !== 'all' && !languages.includes(options.language)) {
    throw platformErrors.BAD_INPUT({ says: `The course has no language "${options.language}": it has ${languages.join(', ')}.`, path: ['options', 'language'] });
  }
  return options;
}
