import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, compileCourse, type CompiledCourse, type CompileResult, type Diagnostic, sha256 } from '@preceptor/course';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { newId, nowText } from '../platform/ids.js';
import { CONFIG } from '../platform/platform.module.js';
import { CourseRow, CourseVersionRow } from './catalog.entity.js';
import { catalogErrors } from './errors.js';
import { MediaStore } from './media-store.js';
import { unpackSource } from './source-zip.js';

type Compiled = { [K in 'course' | 'hash' | 'bytes']: NonNullable<CompileResult[K]> };
const mostNamed = 5;

/** From a course source to an immutable version. The same source published twice is one version. */
@Injectable()
export class PublishingService {
  constructor(private readonly database: Database, private readonly media: MediaStore, @Inject(CONFIG) private readonly config: Config, private readonly audit: AuditService) {}

  /** Publishes a folder below COURSES_DIR; gives the version's id. */
  async publishSource(actor: Actor, slug: string): Promise<string> {
    const folder = join(this.config.coursesDir, slug);
    const there = /^[a-z][a-z0-9-]{0,63}$/.test(slug) && await stat(join(folder, 'course.yaml')).then((found) => found.isFile(), () => false);
    if (!there) throw catalogErrors.NO_SUCH_SOURCE({ path: ['slug'] });
    return this.#publish(actor, folder);
  }

  /** Publishes an uploaded zip of a course source, which lies at `zipPath`. */
  async publishZip(actor: Actor, zipPath: string): Promise<string> {
    const into = await mkdtemp(join(tmpdir(), 'preceptor-upload-'));
    try {
      return await this.#publish(actor, await unpackSource(zipPath, into));
    } finally {
      await rm(into, { recursive: true, force: true });
    }
  }

  /**
   * Publishes a compiled course that was made of another version, `madeOf`; gives the new version's id. Its media lie in the store already.
   * CONFLICT where something else was published meanwhile.
   */
  async publishCompiled(actor: Actor, course: CompiledCourse, madeOf: string): Promise<string> {
    const missing = course.media.find((medium) => !existsSync(this.media.fileOf(medium)));
    if (missing !== undefined) throw catalogErrors.COURSE_HAS_ERRORS({ says: `The file ${missing.path} is lost. Upload it again.` });
    const bytes = Buffer.from(canonicalJson(course), 'utf8');
    return this.#keep(actor, { course, bytes, hash: sha256(bytes) }, madeOf);
  }

  async #publish(actor: Actor, folder: string): Promise<string> {
    const compiled = compiledOrRefused(await compileCourse(folder));
    // Media first: a version that is there has all that it names.
    const { translations = [] } = compiled.course;
    await this.media.keep([compiled.course, ...translations].flatMap(({ media }) => media), folder);
    return this.#keep(actor, compiled, null);
  }

  /** `madeOf`: the version that must be the newest still; null: whatever is. */
  #keep(actor: Actor, compiled: Compiled, madeOf: string | null): Promise<string> {
    return this.database.write(async (manager) => {
      const course = await this.#course(manager, actor, compiled);
      if (madeOf !== null) {
        const newest = await manager.findOne(CourseVersionRow, { where: { courseId: course.id }, order: { number: 'DESC' } });
        if (newest?.id !== madeOf) throw platformErrors.CONFLICT({ says: 'Another version of this course was published meanwhile. Look again at what would change.' });
      }
      const same = await manager.findOneBy(CourseVersionRow, { courseId: course.id, hash: compiled.hash });
      if (same !== null) return same.id;
      const last = await manager.maximum(CourseVersionRow, 'number', { courseId: course.id });
      const id = newId();
      await manager.insert(CourseVersionRow, {
        id, courseId: course.id, organisationId: actor.organisationId, number: (last ?? 0) + 1, hash: compiled.hash,
        label: compiled.course.version, title: compiled.course.title, compiled: Buffer.from(compiled.bytes).toString('utf8'), publishedAt: nowText(),
      });
      await this.audit.record(manager, actor, { action: 'course.published', subject: { type: 'course', id: course.id, label: compiled.course.title }, after: { version: id, number: (last ?? 0) + 1, label: compiled.course.version, hash: compiled.hash } });
      return id;
    });
  }

  /** The course's row, made at its first publishing; its title and description follow the newest version. */
  async #course(manager: EntityManager, actor: Actor, { course }: Compiled): Promise<CourseRow> {
    const said = { title: course.title, language: course.language, description: course.description };
    const known = await manager.findOneBy(CourseRow, { organisationId: actor.organisationId, slug: course.slug });
    if (known !== null) {
      await manager.update(CourseRow, { id: known.id }, said);
      return known;
    }
    const row = { id: newId(), organisationId: actor.organisationId, slug: course.slug, ...said, createdAt: nowText() };
    await manager.insert(CourseRow, row);
    return row;
  }
}

function compiledOrRefused({ course, hash, bytes, diagnostics }: CompileResult): Compiled {
  if (course !== null && hash !== null && bytes !== null) return { course, hash, bytes };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const named = errors.slice(0, mostNamed).map(sentenceOf);
  const more = errors.length > mostNamed ? [`And ${errors.length - mostNamed} more.`] : [];
  throw catalogErrors.COURSE_HAS_ERRORS({ says: ['The course source has errors.', ...named, ...more].join('\n') });
}

const sentenceOf = ({ code, file, line, column, message }: Diagnostic) => `${code} ${file}:${line}:${column}: ${message}`;
