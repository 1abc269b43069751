import { Readable } from 'node:stream';
import { Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { secretOf } from '../identity/cookie.js';
import { requireRoleIn } from '../identity/cohort-roles/reach.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { AttendanceImportService } from './attendance-import.service.js';
import { liveSessionsErrors } from './errors.js';

/** Largest list, in bytes. */
const largest = 4 * 1024 * 1024;

/**
 * `POST /cohorts/<id>/attendance?session=<id>&least=<minutes>&others=absent&apply=yes`: a list of who was there as the body,
 * `Content-Type: application/octet-stream`. Without `apply=yes` it only says what would become of each line.
 */
@Controller()
export class AttendanceController {
  constructor(private readonly sessions: SessionsService, private readonly cohorts: CohortsService, private readonly lists: AttendanceImportService) {}

  @Post('cohorts/:id/attendance')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: Record<string, unknown>): Promise<object> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRoleIn(actor, 'cohorts', id, { everywhere: ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'], here: ['COORDINATOR', 'FACILITATOR'], changing: true });
    if (await this.cohorts.cohort(actor, id) === null) throw platformErrors.NOT_FOUND();
    const said = (key: string): string | null => (typeof query[key] === 'string' && query[key] !== '' ? query[key] : null);
    const least = said('least') === null ? null : Number(said('least'));
    if (least !== null && !(least >= 0 && least <= 1440)) throw platformErrors.BAD_INPUT({ says: 'Minutes are from 0 to 1440.', path: ['least'] });
    const applied = said('apply') === 'yes';
    const outcomes = await this.lists.take(actor, await bodyOf(request), { cohort: id, session: said('session'), least, othersAbsent: said('others') === 'absent' }, applied);
    return { applied, outcomes };
  }
}

async function bodyOf(request: FastifyRequest): Promise<Buffer> {
  if (!(request.body instanceof Readable)) throw liveSessionsErrors.LIST_UNREADABLE({ says: 'Send the list as the body of the request, with Content-Type: application/octet-stream.' });
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request.body) {
    const chunk = part as Buffer;
    bytes += chunk.length;
    if (bytes > largest) throw platformErrors.TOO_LARGE({ says: `A list may have at most ${largest / 1024 / 1024} MB.` });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
