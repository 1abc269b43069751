import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { secretOf } from '../identity/cookie.js';
import { cohortRoles } from '../identity/actor.js';
import { requireRoleIn } from '../identity/cohort-roles/reach.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import type { TableCell } from '../reporting/csv.js';
import { portions, sendTable } from '../reporting/send-table.js';
import { Workbooks } from '../reporting/workbooks.js';
import { type BookCell, type BookRow, GradebookService } from './gradebook.service.js';

/** `GET /cohorts/<id>/gradebook.csv` and `.xlsx`: all marks and grades, for a spreadsheet. */
@Controller()
export class GradebookExportController {
  constructor(private readonly sessions: SessionsService, private readonly cohorts: CohortsService, private readonly books: GradebookService, private readonly workbooks: Workbooks) {}

  @Get('cohorts/:id/gradebook.:format(csv|xlsx)')
  async gradebook(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string, @Param('format') format: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRoleIn(actor, 'read', id, { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: cohortRoles });
    const cohort = await this.cohorts.cohort(actor, id);
    if (cohort === null) throw platformErrors.NOT_FOUND();
    const book = await this.books.book(actor, cohort.id, cohort.courseVersionId);
    const { rows } = this.books.page(book, { sort: 'NAME', descending: false, search: null }, { first: book.rows.length, after: null });
    const head = ['Name', 'E-mail', 'Grade %', 'Incomplete', ...book.settings.categories.map(({ name }) => `${name} %`), ...book.columns.map(({ title, kind }) => (kind === 'session' ? title : `${title} %`)), 'How it was computed'];
    await sendTable(reply, format === 'xlsx' ? 'xlsx' : 'csv', { name: 'gradebook', head, rows: () => portions(rows, lineOf) }, this.workbooks);
  }
}

function lineOf({ name, email, grade, cells, explained }: BookRow): TableCell[] {
  return [name, email, percent(grade.total), grade.incomplete ? 'incomplete' : null, ...grade.categories.map(({ value }) => percent(value)), ...cells.map(told), explained.join(' ')];
}

/** A mark as a number, so that it can be reckoned with; in words where there is none. */
const told = ({ mark }: BookCell): TableCell => (mark.state === 'marked' ? percent(mark.value) : mark.state === 'missing' || mark.state === 'ahead' ? null : mark.state);
/** With one decimal, rounded down: 79.96 must not read as the 80 that were needed. */
const percent = (value: number | null): number | null => (value === null ? null : Math.floor(value * 1000 + 1e-7) / 10);
