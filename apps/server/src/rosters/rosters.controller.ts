import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Scope } from '../identity/actor.js';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { csv } from '../reporting/csv.js';
import { receiveFile } from '../platform/http/receive-file.js';
import { rosterErrors } from './errors.js';
import { RosterImports } from './importing/imports.service.js';
import { rosterLimits } from './reading/read-roster.js';

const limits = {
  most: rosterLimits.bytes, tooLarge: () => platformErrors.TOO_LARGE({ says: `A roster may have at most ${rosterLimits.bytes / 1024 / 1024} MB: import it in parts.` }),
  wrongType: () => rosterErrors.ROSTER_NOT_READABLE({ says: 'Send the file as the body of the request, with Content-Type: application/octet-stream.' }),
};
const template = ['Given name', 'Family name', 'E-mail', 'Cohort', 'Due date', 'Licence type', 'Licence number', 'Licence state', 'Licence expires on', 'External id'];

/** `POST /rosters/imports?cohort=<id>&name=<file>`: a roster as the body. `GET /rosters/imports/<id>/refused.csv`: what could not come in. `GET /rosters/template.csv`. */
@Controller()
export class RostersController {
  constructor(private readonly sessions: SessionsService, private readonly imports: RosterImports) {}

  @Post('rosters/imports')
  @HttpCode(201)
  async take(@Req() request: FastifyRequest, @Query() query: Record<string, unknown>): Promise<object> {
    const actor = await this.#actor(request, 'cohorts');
    const said = (key: string): string => (typeof query[key] === 'string' ? query[key] : '');
    const { id, state } = await this.imports.take(actor, said('cohort') === '' ? null : said('cohort'), said('name'), (path) => receiveFile(request, path, limits));
    return { id, state };
  }

  @Get('rosters/imports/:id/refused.csv')
  async refused(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const row = await this.imports.must(await this.#actor(request, 'read'), id);
    const rows = await this.imports.refused(row.id);
    await attached(reply, 'refused.csv', csv([...row.headings, 'Row', 'Why it was refused'], rows.map(({ cells, line, reason }) => [...row.headings.map((_, index) => cells[index] ?? ''), line, reason])));
  }

  @Get('rosters/template.csv')
  async template(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#actor(request, 'read');
    await attached(reply, 'roster.csv', csv(template, [['Ana', 'Ruiz', 'ana.ruiz@example.org', '', '2027-06-30', 'LCSW', '12345', 'Colorado', '2028-03-31', '']]));
  }

  async #actor(request: FastifyRequest, scope: Scope): Promise<Actor> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, scope, 'COORDINATOR', 'ADMINISTRATOR');
    return actor;
  }
}

async function attached(reply: FastifyReply, name: string, text: string): Promise<void> {
  await reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store').send(text);
}
