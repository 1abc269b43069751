import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { secretOf } from '../identity/cookie.js';
import { cohortRoles } from '../identity/actor.js';
import { requireRoleIn } from '../identity/cohort-roles/reach.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { CohortReportService, largestCohort } from './cohort-report.service.js';
import type { TableCell } from './csv.js';
import { type LearnerRow, LearnerSort } from './reporting.types.js';
import { portions, sendTable } from './send-table.js';
import { Workbooks } from './workbooks.js';

const head = ['Name', 'E-mail', 'Status', 'Why', 'Progress %', 'Completion', 'Success', 'Score %', 'Last activity (UTC)'];

/** `GET /cohorts/<id>/learners.csv` and `.xlsx`: the table of a cohort's learners, for a spreadsheet. */
@Controller()
export class ExportController {
  constructor(private readonly sessions: SessionsService, private readonly cohorts: CohortsService, private readonly report: CohortReportService, private readonly workbooks: Workbooks) {}

  @Get('cohorts/:id/learners.:format(csv|xlsx)')
  async learners(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string, @Param('format') format: string, @Query('group') group?: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRoleIn(actor, 'read', id, { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: cohortRoles });
    const cohort = await this.cohorts.cohort(actor, id);
    if (cohort === null) throw platformErrors.NOT_FOUND();
    const { rows } = await this.report.learners(actor, cohort, { first: largestCohort, sort: LearnerSort.NAME, descending: false, group: group ?? null }, { first: largestCohort, after: null });
    await sendTable(reply, format === 'xlsx' ? 'xlsx' : 'csv', { name: 'learners', head, rows: () => portions(rows, lineOf) }, this.workbooks);
  }
}

/** Rounded down, as on the screens: 79.6 must not read as the 80 that were needed. */
const percent = (value: number | null) => (value === null ? null : Math.floor(value * 100 + 1e-9));
const lineOf = (row: LearnerRow): TableCell[] => [row.name, row.email, row.status.toLowerCase().replaceAll('_', ' '), row.reason, percent(row.fraction), row.completion, row.success, percent(row.score), row.lastActivityAt];
