import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { csvTemplate } from '@preceptor/assessment/interchange';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Scope } from '../identity/actor.js';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { receiveFile } from '../platform/http/receive-file.js';
import { sendFromDisk } from '../platform/http/send-from-disk.js';
import { exchangeErrors } from './errors.js';
import { ExportsService } from './exports.service.js';
import { ImportsService } from './imports.service.js';
import { aboutFormats } from './writing/export-format.js';
import { workbook } from './writing/workbook.js';

/** Largest file that may be sent, in bytes. */
const largest = 64 * 1024 * 1024;
const limits = {
  most: largest, tooLarge: () => platformErrors.TOO_LARGE({ says: `A file of questions may have at most ${largest / 1024 / 1024} MB: import it in parts.` }),
  wrongType: () => exchangeErrors.NOT_READABLE({ says: 'Send the file as the body of the request, with Content-Type: application/octet-stream.' }),
};

/**
 * `POST /exchange/imports?bank=<id>&name=<file>`: a file of items as the body. `GET /exchange/exports/<id>/<name>`: a file
 * that was written. `GET /exchange/template.csv`, `.xlsx`: a table to fill in.
 */
@Controller()
export class ExchangeController {
  constructor(private readonly sessions: SessionsService, private readonly imports: ImportsService, private readonly exported: ExportsService) {}

  @Post('exchange/imports')
  @HttpCode(201)
  async take(@Req() request: FastifyRequest, @Query() query: Record<string, unknown>): Promise<object> {
    const actor = await this.#actor(request, 'authoring');
    const said = (key: string): string => (typeof query[key] === 'string' ? query[key] : '');
    const { id, state } = await this.imports.take(actor, said('bank'), said('name'), (path) => receiveFile(request, path, limits));
    return { id, state };
  }

  @Get('exchange/exports/:id/:name')
  async give(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const found = await this.exported.find(await this.#actor(request, 'read'), id);
    if (found === null) throw exchangeErrors.FILE_GONE();
    const { row: { name, mediaType }, path } = found;
    await sendFromDisk(request, attached(reply, name), path, mediaType);
  }

  @Get('exchange/template.csv')
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#actor(request, 'read');
    await attached(reply, 'questions.csv').type(aboutFormats.csv.mediaType).send(csvTemplate());
  }

  @Get('exchange/template.xlsx')
  async xlsx(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#actor(request, 'read');
    await attached(reply, 'questions.xlsx').type(aboutFormats.xlsx.mediaType).send(await workbook(csvTemplate()));
  }

  async #actor(request: FastifyRequest, scope: Scope): Promise<Actor> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, scope, 'INSTRUCTOR');
    return actor;
  }
}

function attached(reply: FastifyReply, name: string): FastifyReply {
  return reply.header('content-disposition', `attachment; filename="${name}"`).header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store');
}
