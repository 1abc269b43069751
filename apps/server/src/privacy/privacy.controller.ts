import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../identity/cookie.js';
import { identityErrors } from '../identity/errors.js';
import { SessionsService } from '../identity/sessions.service.js';
import { DownloadService } from './download.service.js';

/** `GET /own-data.zip`: what is kept of whoever is signed in. Not for API keys: it is a person's own. */
@Controller()
export class PrivacyController {
  constructor(private readonly sessions: SessionsService, private readonly download: DownloadService) {}

  @Get('own-data.zip')
  async own(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    if (actor.kind !== 'account') throw identityErrors.UNAUTHENTICATED();
    await reply.type('application/zip').header('content-disposition', 'attachment; filename="my-data.zip"').header('cache-control', 'private, no-store').send(Readable.from(this.download.zip(actor)));
  }
}
