import { Injectable } from '@nestjs/common';
import { countedOf } from '@preceptor/tracking';
import { In } from 'typeorm';
import { CourseVersions } from '../catalog/course-versions.js';
import { Database } from '../platform/database/database.js';
import { AttemptRow, type EnrolmentRow } from './learning.entity.js';

/** What a learner's submitted attempts at one assessment amount to. */
export interface CountedAttempts {
  /** 0..1, by the assessment's own rule; null: none is submitted */
  scaled: number | null;
  submitted: number;
  /** submitted attempts in which a person has still to mark something */
  pending: number;
  /** submitted and not passed, where none has passed since */
  failed: number;
  lastAt: string | null;
}

/** What counts of learners' attempts, by the same rule as their progress: for the gradebook and whoever else lists marks. */
@Injectable()
export class CountedAttemptsService {
  constructor(private readonly database: Database, private readonly versions: CourseVersions) {}

  /** enrolment -> assessment -> what counts; one statement, however many enrolments. Assessments never submitted are left out. */
  async of(enrolments: readonly EnrolmentRow[]): Promise<Map<string, Map<string, CountedAttempts>>> {
    const found = new Map<string, Map<string, CountedAttempts>>();
    if (enrolments.length === 0) return found;
    const rows = await this.database.read.find(AttemptRow, {
      select: { enrolmentId: true, id: true, assessmentId: true, submittedAt: true, scaled: true, passed: true, pending: true, conditions: true },
      where: { enrolmentId: In(enrolments.map(({ id }) => id)) },
    });
    const submitted = grouped(rows.filter(({ submittedAt }) => submittedAt !== null), ({ enrolmentId }) => enrolmentId);
    for (const { id, courseVersionId } of enrolments) {
      const own = submitted.get(id);
      if (own === undefined) continue;
      const version = await this.versions.get(courseVersionId);
      const passMarks = new Map(version?.outline.units.flatMap(({ assessment }) => (assessment === null ? [] : [[assessment.id, assessment.passMark] as const])));
      found.set(id, new Map([...grouped(own, ({ assessmentId }) => assessmentId)].map(([assessment, attempts]) => [assessment, amountTo(attempts, passMarks.get(assessment) ?? null)])));
    }
    return found;
  }
}

function amountTo(attempts: AttemptRow[], passMark: number | null): CountedAttempts {
  const submitted = attempts.map(({ submittedAt, scaled, passed, conditions }) => ({
    at: submittedAt ?? '', score: { scaled: scaled ?? 0, passed }, ...(conditions === null || conditions === undefined || conditions.counts === 'best' ? {} : { counts: conditions.counts }),
  }));
  return {
    scaled: countedOf(submitted, passMark).scaled, submitted: attempts.length, pending: attempts.filter(({ pending }) => pending).length,
    failed: attempts.some(({ passed }) => passed === true) ? 0 : attempts.filter(({ passed }) => passed === false).length,
    lastAt: submitted.map(({ at }) => at).sort().at(-1) ?? null,
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
