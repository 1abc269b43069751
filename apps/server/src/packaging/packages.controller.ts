import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { packagingErrors } from './errors.js';
import { PackagesService } from './packages.service.js';

/** `GET /packages/<version>/<standard>.zip`: streamed while it is made, so that memory does not grow with the media. */
@Controller()
export class PackagesController {
  constructor(private readonly sessions: SessionsService, private readonly packages: PackagesService) {}

  @Get('packages/:version/:file')
  async download(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('version') version: string, @Param('file') file: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR');
    if (version === '') throw platformErrors.NOT_FOUND();
    if (!file.endsWith('.zip')) throw packagingErrors.NO_SUCH_STANDARD();
    const { name, about, zip } = await this.packages.package(actor, version, file.slice(0, -4));
    await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      // The zip's length is known only at its end; this is what a progress bar goes by.
      .header('x-content-length-about', about)
      .send(zip);
  }
}
