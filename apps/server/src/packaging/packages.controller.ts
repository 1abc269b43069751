import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { isStandardName } from '@preceptor/packaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { isId } from '../platform/ids.js';
import { packagingErrors } from './errors.js';
import { PackageHistoryService } from './history.service.js';
import { MakingService } from './making.service.js';
import { sendHashed } from './send-file.js';

/**
 * `GET /packages/<package>/<name>.zip`: a finished package, whole or by ranges.
 * `GET /packages/<version>/<standard>.zip`: makes one with the course's own options, waits for it and sends it.
 */
@Controller()
export class PackagesController {
  constructor(private readonly sessions: SessionsService, private readonly making: MakingService, private readonly history: PackageHistoryService) {}

  @Get('packages/:id/:file')
  async download(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string, @Param('file') file: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR');
    const standard = file.replace(/\.zip$/, '');
    if (standard === file) throw packagingErrors.NO_SUCH_STANDARD();
    const ofVersion = isStandardName(standard);
    const made = ofVersion ? await this.making.make(actor, { version: id, standard }, gone(reply)) : id;
    const { row, path, sha256 } = await this.making.zip(actor, made).catch((fault: unknown) => {
      throw !ofVersion && !isId(id) ? packagingErrors.NO_SUCH_STANDARD() : fault;
    });
    const answer = reply.header('content-disposition', `attachment; filename="${row.name}"`).header('x-sha256', sha256);
    // A download that goes on where it broke off, or a browser's look whether it has the zip already, is no other download.
    await sendHashed(request, answer, { path, type: 'application/zip', sha256 }, () => this.history.note(actor, row));
  }
}

/** Ends when whoever asked is there no more. */
function gone(reply: FastifyReply): AbortSignal {
  const control = new AbortController();
  reply.raw.once('close', () => control.abort());
  return control.signal;
}
