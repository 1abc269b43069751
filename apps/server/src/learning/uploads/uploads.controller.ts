import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../../identity/cookie.js';
import { requireRole } from '../../identity/require-role.js';
import { roles } from '../../identity/actor.js';
import { SessionsService } from '../../identity/sessions.service.js';
import { platformErrors } from '../../platform/errors.js';
import { sendFromDisk } from '../../platform/http/send-from-disk.js';
import { isId } from '../../platform/ids.js';
import { UploadsService } from './uploads.service.js';
import { UploadStore } from './upload-store.js';

/**
 * `POST /learn/<enrolment>/uploads?id=&item=&name=&type=` with the file as the body, `application/octet-stream`: answers
 * what the response to the item is to be. `GET /uploads/<id>`: the file, for whoever sent it or may grade it.
 */
@Controller()
export class UploadsController {
  constructor(private readonly sessions: SessionsService, private readonly uploads: UploadsService, private readonly store: UploadStore) {}

  @Post('learn/:enrolment/uploads')
  async take(@Req() request: FastifyRequest, @Param('enrolment') enrolment: string, @Query() query: Record<string, unknown>): Promise<object> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'learning', ...roles);
    if (!isId(enrolment)) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    const said = (key: string): string => (typeof query[key] === 'string' ? query[key] : '');
    return this.uploads.take(actor, enrolment, { id: said('id'), item: said('item'), name: said('name'), mediaType: said('type') }, request);
  }

  @Get('uploads/:id')
  async give(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', ...roles);
    const upload = await this.uploads.find(actor, id);
    if (upload === null) throw platformErrors.NOT_FOUND();
    // Only what a browser plays or shows without running anything is shown in place; nothing may act for our origin.
    const shown = /^(audio|video|image)\//.test(upload.mediaType);
    reply.header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(upload.name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`)
      .header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; media-src 'self'; img-src 'self'; sandbox");
    await sendFromDisk(request, reply, this.store.fileOf(upload.sha256), upload.mediaType);
  }
}
