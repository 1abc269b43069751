import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { writePackage } from '@preceptor/packaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CohortsService } from '../../cohorts/cohorts.service.js';
import type { Actor } from '../../identity/actor.js';
import { secretOf } from '../../identity/cookie.js';
import { identityErrors } from '../../identity/errors.js';
import { requireRole } from '../../identity/require-role.js';
import { SessionsService } from '../../identity/sessions.service.js';
import type { Config } from '../../platform/config.js';
import { platformErrors } from '../../platform/errors.js';
import { publicUrl } from '../../platform/http/public-url.js';
import { CONFIG } from '../../platform/platform.module.js';
import { CertificatesService } from '../certificates.service.js';
import { credentialsErrors } from '../errors.js';
import { PapersService } from '../paper/papers.service.js';
import { largestPicture } from '../template/picture.js';
import { TemplateService } from '../template/template.service.js';
import { zipFiles } from './cohort-zip.js';
import { ReportsService } from './reports.service.js';

/**
 * Files for whoever is signed in: `GET /certificates/<id>/certificate.pdf`, `/transcript.pdf`, `/cohorts/<id>/certificates.zip`,
 * `/certificates/credits.csv` and `.pdf` (`?body=&from=&to=`); `POST /certificates/pictures` takes a PNG or JPEG for a template.
 */
@Controller()
export class DownloadsController {
  constructor(
    private readonly sessions: SessionsService, private readonly certificates: CertificatesService, private readonly papers: PapersService, private readonly cohorts: CohortsService,
    private readonly templates: TemplateService, private readonly reports: ReportsService, @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('certificates/:id/certificate.pdf')
  async pdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = await this.#signedIn(request);
    const row = await this.certificates.find(actor, id);
    if (row === null) throw platformErrors.NOT_FOUND();
    await send(reply, 'application/pdf', 'certificate.pdf', await this.papers.pdf(row, publicUrl(this.config, request)));
  }

  @Get('transcript.pdf')
  async transcript(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.#signedIn(request);
    await send(reply, 'application/pdf', 'transcript.pdf', await this.reports.transcript(actor, publicUrl(this.config, request)));
  }

  @Get('cohorts/:id/certificates.zip')
  async zip(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'COORDINATOR', 'ADMINISTRATOR');
    if (await this.cohorts.cohort(actor, id) === null) throw platformErrors.NOT_FOUND();
    // Each is drawn when its turn comes: whoever reads slowly waits for nothing but herself, and no more than a few are in memory.
    const files = zipFiles(this.certificates.ofCohort(actor, id), (rows) => this.papers.pdfs(actor.organisationId, rows, publicUrl(this.config, request)));
    await send(reply, 'application/zip', 'certificates.zip', writePackage(files));
  }

  @Get('certificates/credits.csv')
  async creditsCsv(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    await send(reply, 'text/csv; charset=utf-8', 'credits.csv', await this.reports.creditsCsv(await this.#staff(request), query));
  }

  @Get('certificates/credits.pdf')
  async creditsPdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    await send(reply, 'application/pdf', 'credits.pdf', await this.reports.creditsPdf(await this.#staff(request), query));
  }

  @Post('certificates/pictures')
  async picture(@Req() request: FastifyRequest): Promise<{ id: string }> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'cohorts', 'COORDINATOR', 'ADMINISTRATOR');
    if (!(request.body instanceof Readable)) throw credentialsErrors.BAD_IMAGE();
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of request.body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > largestPicture) throw credentialsErrors.BAD_IMAGE();
      chunks.push(chunk);
    }
    return { id: await this.templates.addPicture(actor, Buffer.concat(chunks)) };
  }

  async #signedIn(request: FastifyRequest): Promise<Actor> {
    const actor = await this.sessions.actorOf(secretOf(request));
    if (!actor.signedIn) throw identityErrors.UNAUTHENTICATED();
    if (actor.kind === 'key' && !actor.holdsScope('read')) throw identityErrors.FORBIDDEN();
    return actor;
  }

  async #staff(request: FastifyRequest): Promise<Actor> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'COORDINATOR', 'ADMINISTRATOR');
    return actor;
  }
}

async function send(reply: FastifyReply, type: string, name: string, body: Buffer | string | Readable): Promise<void> {
  await reply.type(type).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'private, no-store').send(body);
}
