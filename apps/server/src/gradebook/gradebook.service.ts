import { Injectable } from '@nestjs/common';
import { type AttendanceMark, explainGrade, type Grade, gradeOf, isAttended, type Mark, type MarkUse } from '@preceptor/tracking';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { type CountedAttempts, CountedAttemptsService } from '../learning/counted-attempts.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { found } from '../platform/found.js';
import type { Page } from '../platform/graphql/connection.js';
import { AttendanceService } from '../live-sessions/attendance.service.js';
import { LiveSessionsService } from '../live-sessions/live-sessions.service.js';
import { assessmentColumns, type BookColumn, columnId, type CourseOfBook, sessionColumns } from './columns.js';
import { gradebookErrors } from './errors.js';
import { type GradebookMarkRow } from './gradebook.entity.js';
import { MarksService, overrideOf } from './marks.service.js';
import { GradebookSettingsService, type SettingsInForce } from './settings.service.js';

/** Most enrolments of one cohort that a gradebook reads. */
export const largestBook = 5_000;
export interface BookCell { column: string; enrolmentId: string | null; earned: Mark; attempts: CountedAttempts | null; mark: Mark; override: GradebookMarkRow | null; use: MarkUse | null }
export interface BookRow { accountId: string; enrolmentId: string; groupId: string | null; name: string; email: string; cells: BookCell[]; grade: Grade; explained: string[] }
export interface Book { cohortId: string; columns: BookColumn[]; settings: SettingsInForce; rows: BookRow[] }
export type BookSort = 'NAME' | 'TOTAL';
interface Learner { accountId: string; groupId: string | null; enrolments: { id: string; courseId: string }[] }

/** A cohort's gradebook, put together: columns of its courses, marks as learning counts them, what staff put in their place, and the grade that libs/tracking makes of them. */
@Injectable()
export class GradebookService {
  constructor(private readonly catalog: CatalogService, private readonly enrolments: EnrolmentsService, private readonly counted: CountedAttemptsService, private readonly identity: IdentityService, private readonly marks: MarksService, private readonly settings: GradebookSettingsService, private readonly sessions: LiveSessionsService, private readonly attendance: AttendanceService) {}

  /** The whole book, read once for each request in a bounded number of statements. */
  async book(actor: Actor, cohortId: string, courseVersionId: string): Promise<Book> {
    return found(await this.#loader(actor).load(`${cohortId}/${courseVersionId}`));
  }

  /** Reads it anew when it is asked for next, after a change within the same request. */
  forget(actor: Actor): void { this.#loader(actor).clearAll(); }

  /** One page of the learners that fit, sorted; one row more where more follow. */
  page({ rows }: Book, { sort, descending, search, group = null }: { sort: BookSort; descending: boolean; search: string | null; /** null: all; `none`: who is in none */ group?: string | null }, { first, after }: Page): { rows: BookRow[]; total: number } {
    const wanted = (search ?? '').trim().toLocaleLowerCase();
    const fitting = rows.filter(({ groupId, name, email }) => (group === null || (group === 'none' ? groupId === null : groupId === group)) && (wanted === '' || name.toLocaleLowerCase().includes(wanted) || email.includes(wanted)));
    const way = descending ? -1 : 1;
    fitting.sort((a, b) => compare(bookKeys(a, sort), bookKeys(b, sort)) * way);
    const begin = after === null ? 0 : fitting.findIndex((row) => compare(bookKeys(row, sort), after) * way > 0);
    return { rows: begin === -1 ? [] : fitting.slice(begin, begin + first + 1), total: fitting.length };
  }

  /** Throws unless the enrolment has this column in this book. */
  ensureCell({ rows }: Book, enrolmentId: string, column: string): void {
    if (!rows.some(({ cells }) => cells.some((cell) => cell.enrolmentId === enrolmentId && cell.column === column))) throw gradebookErrors.NO_SUCH_COLUMN({ path: ['column'] });
  }

  #loader(actor: Actor) {
    return actor.loader('gradebook.book', async (keys) => new Map(await Promise.all(keys.map(async (key) => {
      const [cohort = '', version = ''] = key.split('/');
      return [key, await this.#read(actor, cohort, version)] as const;
    }))));
  }

  async #read(actor: Actor, cohortId: string, courseVersionId: string): Promise<Book> {
    const enrolments = await this.enrolments.ofCohort(actor, cohortId, largestBook);
    const versions = new Map<string, CourseOfBook>();
    for (const id of new Set([courseVersionId, ...enrolments.map((row) => row.courseVersionId)])) {
      const { courseId, number, course } = await this.catalog.loaded(actor, id);
      versions.set(id, { courseId, number, title: course.title, course });
    }
    const planned = sessionColumns(await this.sessions.ofCohort(actor, cohortId));
    const columns = [...assessmentColumns([...versions.values()]), ...planned];
    const accounts = [...new Set(enrolments.map(({ accountId }) => accountId))];
    const [attendance, attempts, overrides, settings] = await Promise.all([this.attendance.marks(planned.flatMap(({ session }) => session?.id ?? []), accounts), this.counted.of(enrolments), this.marks.of(actor, enrolments.map(({ id }) => id)), this.settings.inForce(actor, cohortId, columns)]);
    const learners = new Map<string, Learner>();
    for (const { id, accountId, groupId, courseVersionId: version } of enrolments) {
      const learner = learners.get(accountId) ?? { accountId, groupId, enrolments: [] };
      learner.enrolments.push({ id, courseId: versions.get(version)?.courseId ?? '' });
      learners.set(accountId, learner);
    }
    const titles = new Map(columns.map(({ id, title }) => [id, title]));
    const rows = await Promise.all([...learners.values()].map(async (learner): Promise<BookRow> => {
      const account = await this.identity.account(actor, learner.accountId);
      const cells = columns.map((column) => cellOf(column, learner, attempts, overrides, attendance.get(learner.accountId)));
      const grade = gradeOf(cells.map(({ mark }) => mark), settings);
      const uses = new Map(grade.categories.flatMap((category) => category.marks.map(({ column, use }) => [column, use])));
      return {
        accountId: learner.accountId, groupId: learner.groupId, enrolmentId: learner.enrolments[0]?.id ?? '', name: account?.name ?? '', email: account?.email ?? '',
        cells: cells.map((cell) => ({ ...cell, use: uses.get(cell.column) ?? null })), grade, explained: explainGrade(grade, (column) => titles.get(column) ?? column),
      };
    }));
    return { cohortId, columns, settings, rows };
  }
}

function cellOf(column: BookColumn, { enrolments }: Learner, attempts: Map<string, Map<string, CountedAttempts>>, overrides: Map<string, Map<string, GradebookMarkRow>>, attended: ReadonlyMap<string, AttendanceMark> | undefined): BookCell {
  const { session } = column;
  const enrolmentId = (session === null ? enrolments.find(({ courseId }) => columnId(courseId, column.assessmentId) === column.id) : enrolments[0])?.id ?? null;
  const counted = enrolmentId === null || session !== null ? null : attempts.get(enrolmentId)?.get(column.assessmentId) ?? null;
  const row = enrolmentId === null ? null : overrides.get(enrolmentId)?.get(column.id) ?? null;
  const earned = { column: column.id, ...(session === null ? earnedOf(enrolmentId, counted) : attendedOf(attended?.get(session.id) ?? null, session.endsAt)) };
  const put = row === null ? null : overrideOf(row);
  return { column: column.id, enrolmentId, earned, attempts: counted, mark: put === null ? earned : { column: column.id, state: put.state, value: put.value }, override: row, use: null };
}

/** What is still wholly with a marker is no mark yet; where one attempt is marked, what counts of them stands. */
function earnedOf(enrolmentId: string | null, counted: CountedAttempts | null): Omit<Mark, 'column'> {
  if (enrolmentId === null) return { state: 'ahead', value: null };
  if (counted === null || counted.scaled === null) return { state: 'missing', value: null };
  if (counted.pending === counted.submitted) return { state: 'waiting', value: null };
  return { state: 'marked', value: counted.scaled };
}

/** Whoever was there has the whole mark, late or not. */
function attendedOf(mark: AttendanceMark | null, endsAt: string): Omit<Mark, 'column'> {
  if (mark === null) return { state: Date.parse(endsAt) > Date.now() ? 'ahead' : 'missing', value: null };
  if (mark === 'EXCUSED') return { state: 'excused', value: null };
  return { state: 'marked', value: isAttended(mark) ? 1 : 0 };
}

export const bookKeys = (row: BookRow, sort: BookSort): (string | number | null)[] => [sort === 'NAME' ? row.name : row.grade.total, row.enrolmentId];
const collator = new Intl.Collator('en');
function compare(a: (string | number | null)[], b: (string | number | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}
