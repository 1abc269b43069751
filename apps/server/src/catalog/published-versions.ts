import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { outlineOf } from '@preceptor/course/delivery';
import { Database } from '../platform/database/database.js';
import { CourseVersionRow } from './catalog.entity.js';
import { CourseVersions, type LoadedVersion } from './course-versions.js';

/** How many compiled courses are kept in memory. */
const mostKept = 24;

/** Reads published versions from the database, keeping the last used in memory: they never change. */
@Injectable()
export class PublishedVersions extends CourseVersions {
  readonly #kept = new Map<string, Promise<LoadedVersion | null>>();

  constructor(private readonly database: Database) { super(); }

  get(versionId: string): Promise<LoadedVersion | null> {
    const known = this.#kept.get(versionId) ?? this.#read(versionId);
    this.#kept.delete(versionId);
    this.#kept.set(versionId, known);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    // What does not exist, or could not be read, is asked for again next time.
    known.then((version) => { if (version === null) this.#kept.delete(versionId); }, () => this.#kept.delete(versionId));
    return known;
  }

  async #read(versionId: string): Promise<LoadedVersion | null> {
    const row = await this.database.read.createQueryBuilder(CourseVersionRow, 'v').addSelect('v.compiled').where('v.id = :versionId', { versionId }).getOne();
    if (row === null) return null;
    // It was written by our own compiler, under the hash of these very bytes.
    const course = JSON.parse(row.compiled) as CompiledCourse;
    const { id, courseId, organisationId, number, hash } = row;
    return { id, courseId, organisationId, number, hash, course, outline: outlineOf(course, hash) };
  }
}
