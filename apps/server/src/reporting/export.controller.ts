import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { CohortReportService, largestCohort } from './cohort-report.service.js';
import { csv } from './csv.js';
import { LearnerSort } from './reporting.types.js';

const head = ['Name', 'E-mail', 'Status', 'Why', 'Progress %', 'Completion', 'Success', 'Score %', 'Last activity (UTC)'];

/** `GET /cohorts/<id>/learners.csv`: the table of a cohort's learners, for a spreadsheet. */
@Controller()
export class ExportController {
  constructor(private readonly sessions: SessionsService, private readonly cohorts: CohortsService, private readonly report: CohortReportService) {}

  @Get('cohorts/:id/learners.csv')
  async learners(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR');
    const cohort = await this.cohorts.cohort(actor, id);
    if (cohort === null) throw platformErrors.NOT_FOUND();
    const { rows } = await this.report.learners(actor, cohort, { first: largestCohort, sort: LearnerSort.NAME, descending: false }, { first: largestCohort, after: null });
    // Rounded down, as on the screens: 79.6 must not read as the 80 that were needed.
    const percent = (value: number | null) => (value === null ? null : Math.floor(value * 100 + 1e-9));
    const lines = rows.map((row) => [row.name, row.email, row.status.toLowerCase().replaceAll('_', ' '), row.reason, percent(row.fraction), row.completion, row.success, percent(row.score), row.lastActivityAt]);
    await reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="learners.csv"').header('cache-control', 'private, no-store').send(csv(head, lines));
  }
}
