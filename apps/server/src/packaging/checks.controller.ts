import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Verification, verificationHtml } from '@preceptor/packaging/verify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import type { Actor } from '../identity/actor.js';
import { platformErrors } from '../platform/errors.js';
import { receiveFile } from '../platform/http/receive-file.js';
import { ChecksService } from './checks.service.js';
import { packagingErrors } from './errors.js';

/** Largest package that may be sent to be checked, in bytes. */
const largest = 1024 ** 3;
const limits = { most: largest, tooLarge: () => platformErrors.TOO_LARGE({ says: 'A package may be sent with at most 1 GB. `npx preceptor verify` takes larger ones.' }), wrongType: () => packagingErrors.CHECK_NOT_A_ZIP() };

/** `POST /packages/checks?name=<file>`: a package of anybody's as the body. `GET /packages/checks/<id>/report.html`: what was found. */
@Controller()
export class ChecksController {
  constructor(private readonly sessions: SessionsService, private readonly checks: ChecksService) {}

  @Post('packages/checks')
  @HttpCode(202)
  async check(@Req() request: FastifyRequest, @Query('name') name?: unknown): Promise<object> {
    const actor = await this.#actor(request);
    const { id, state } = await this.checks.take(actor, typeof name === 'string' ? name : '', (path) => receiveFile(request, path, limits));
    return { id, state };
  }

  @Get('packages/checks/:id/report.html')
  async report(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const row = await this.checks.find(await this.#actor(request), id);
    if (row === null || row.report === null) throw platformErrors.NOT_FOUND();
    await reply.type('text/html; charset=utf-8').headers({
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'content-disposition': 'attachment; filename="package-report.html"', 'cache-control': 'private, no-store',
    // Written by the check itself.
    }).send(verificationHtml(JSON.parse(row.report) as Verification));
  }

  async #actor(request: FastifyRequest): Promise<Actor> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR');
    return actor;
  }
}
