import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../../identity/cookie.js';
import { requireRole } from '../../identity/require-role.js';
import { SessionsService } from '../../identity/sessions.service.js';
import { platformErrors } from '../../platform/errors.js';
import { sendFromDisk } from '../../platform/http/send-from-disk.js';
import { MediaService } from './media.service.js';
import { mediumView } from './media.resolver.js';

/**
 * `POST /authoring/media?name=<file's name>` with the file as the body, `application/octet-stream` (whose parser the
 * learning module adds): answers an AuthoringMedium. `GET /authoring/media/<name>`: the file, for whoever writes or reviews items.
 */
@Controller('authoring/media')
export class MediaController {
  constructor(private readonly sessions: SessionsService, private readonly media: MediaService) {}

  @Post()
  async take(@Req() request: FastifyRequest, @Query('name') name: unknown): Promise<object> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'authoring', 'INSTRUCTOR');
    return mediumView(await this.media.take(actor, typeof name === 'string' ? name : '', request));
  }

  @Get(':name')
  async give(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('name') name: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR');
    const medium = await this.media.find(actor, `media/${name}`);
    if (medium === null) throw platformErrors.NOT_FOUND();
    // An SVG that is opened by itself may do nothing for our origin.
    reply.header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
    await sendFromDisk(request, reply, this.media.fileOf(medium), medium.mediaType);
  }
}
