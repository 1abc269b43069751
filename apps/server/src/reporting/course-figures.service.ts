import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { LearnerReport } from './reporting.entity.js';

export interface CourseFigures { /** lesson id -> how many completed it */ completedBy: Map<string, number>; /** unit id -> how many have their next lesson in it */ learnersHere: Map<string, number> }

/** How far the learners of a version are, lesson by lesson and unit by unit. */
@Injectable()
export class CourseFiguresService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService) {}

  /** Read once for each version and request. */
  figures(actor: Actor, versionId: string): Promise<CourseFigures> {
    return actor.loader('reporting.figures', async (ids) => {
      const reports = await this.database.read.find(LearnerReport, { select: { courseVersionId: true, completedLessons: true, completion: true, lastAt: true }, where: ids.map((id) => ({ courseVersionId: id, organisationId: actor.organisationId })) });
      const figures = await Promise.all(ids.map(async (id): Promise<[string, CourseFigures]> => {
        const { outline } = await this.catalog.loaded(actor, id);
        return [id, figuresOf(reports.filter((report) => report.courseVersionId === id), outline.units.map((unit) => ({ id: unit.id, lessons: unit.lessons.map((lesson) => lesson.id) })))];
      }));
      return new Map(figures);
    }).load(versionId).then((found) => found ?? { completedBy: new Map(), learnersHere: new Map() });
  }
}

type Reached = Pick<LearnerReport, 'completedLessons' | 'completion' | 'lastAt'>;

function figuresOf(reports: Reached[], units: { id: string; lessons: string[] }[]): CourseFigures {
  const completedBy = new Map<string, number>();
  const learnersHere = new Map<string, number>();
  for (const { completedLessons, completion, lastAt } of reports) {
    const done = new Set(completedLessons);
    for (const lesson of done) completedBy.set(lesson, (completedBy.get(lesson) ?? 0) + 1);
    if (completion === 'completed' || lastAt === null) continue;
    const here = units.find((unit) => unit.lessons.some((lesson) => !done.has(lesson))) ?? units.at(-1);
    if (here !== undefined) learnersHere.set(here.id, (learnersHere.get(here.id) ?? 0) + 1);
  }
  return { completedBy, learnersHere };
}
