import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secretOf } from '../../identity/cookie.js';
import { requireRole } from '../../identity/require-role.js';
import { SessionsService } from '../../identity/sessions.service.js';
import { platformErrors } from '../../platform/errors.js';
import { PaperService } from './paper.service.js';

/** `GET /exchange/paper/<course version>/<assessment>/questions.pdf?versions=2&seed=1`, and `key.pdf` with the same seed. */
@Controller()
export class PaperController {
  constructor(private readonly sessions: SessionsService, private readonly paper: PaperService) {}

  @Get('exchange/paper/:version/:assessment/:file')
  async print(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() { version, assessment, file }: Record<string, string>, @Query() query: Record<string, unknown>): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'INSTRUCTOR');
    const part = file === 'questions.pdf' ? 'questions' : file === 'key.pdf' ? 'key' : null;
    if (part === null) throw platformErrors.NOT_FOUND();
    const versions = Number(query['versions'] ?? 1);
    if (!Number.isInteger(versions) || versions < 1 || versions > 8) throw platformErrors.BAD_INPUT({ says: 'From 1 to 8 versions are printed.', path: ['versions'] });
    const seed = typeof query['seed'] === 'string' ? query['seed'].slice(0, 64) : '1';
    const bytes = await this.paper.print(actor, { version: version ?? '', assessment: assessment ?? '', versions, seed, part });
    await reply.type('application/pdf').header('content-disposition', `attachment; filename="${(assessment ?? '').replaceAll(/[^a-z0-9-]/g, '')}-${part}.pdf"`).header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').send(bytes);
  }
}
