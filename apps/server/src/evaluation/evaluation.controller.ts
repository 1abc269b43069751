import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { secretOf } from '../identity/cookie.js';
import { cohortRoles } from '../identity/actor.js';
import { requireRoleIn } from '../identity/cohort-roles/reach.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { csv } from '../reporting/csv.js';
import { EvaluationService } from './evaluation.service.js';

/** `GET /cohorts/<id>/evaluation.csv?kind=SESSION|END&session=<id>`: the results that the screen shows, for a spreadsheet. */
@Controller()
export class EvaluationController {
  constructor(private readonly sessions: SessionsService, private readonly cohorts: CohortsService, private readonly evaluation: EvaluationService) {}

  @Get('cohorts/:id/evaluation.csv')
  async results(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string, @Query() query: Record<string, unknown>): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRoleIn(actor, 'read', id, { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: cohortRoles });
    if (await this.cohorts.cohort(actor, id) === null) throw platformErrors.NOT_FOUND();
    const form = await this.evaluation.form(actor, id, query['kind'] === 'SESSION' ? 'SESSION' : 'END');
    const { questions } = await this.evaluation.results(form, typeof query['session'] === 'string' ? query['session'] : null);
    const rows = questions.flatMap(({ question, answered, mean, counts, texts }): (string | number | null)[][] => [
      ...(question.kind === 'RATING' ? [[question.text, 'mean', mean === null ? null : Math.round(mean * 100) / 100, answered]] : []),
      ...counts.map((count, place) => [question.text, question.kind === 'RATING' ? String(place + 1) : question.options?.[place] ?? '', count, answered]),
      ...texts.map((text) => [question.text, text, 1, answered]),
    ]);
    await reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="evaluation.csv"').header('cache-control', 'private, no-store').send(csv(['Question', 'Answer', 'Number', 'Answered'], rows));
  }
}
