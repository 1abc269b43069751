import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { platformErrors } from '../../platform/errors.js';
import { isId } from '../../platform/ids.js';
import { secretOf } from '../cookie.js';
import { identityErrors } from '../errors.js';
import { requireRole } from '../require-role.js';
import { SessionsService } from '../sessions.service.js';
import { largestLogo, OrganisationsService } from './organisations.service.js';

/**
 * `POST /organisation/logo`: a PNG or JPEG as the body, `application/octet-stream`; an administrator sets the logo.
 * `GET /organisations/<id>/logo`: the logo, for anybody: it stands in mails and on certificates.
 */
@Controller()
export class LogoController {
  constructor(private readonly sessions: SessionsService, private readonly organisations: OrganisationsService) {}

  @Post('organisation/logo')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest): Promise<object> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'accounts', 'ADMINISTRATOR');
    const { organisationId, logoUrl } = await this.organisations.setLogo(actor, await bytesOf(request));
    return { id: organisationId, logoUrl };
  }

  @Get('organisations/:id/logo')
  async give(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const logo = isId(id) ? await this.organisations.logo(id) : null;
    if (logo === null) throw platformErrors.NOT_FOUND();
    // Its address changes with its bytes.
    await reply.type(logo.mediaType).headers({ 'cache-control': 'public, max-age=86400', etag: `"${logo.hash}"`, 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'cross-origin' }).send(logo.bytes);
  }
}

async function bytesOf({ body }: FastifyRequest): Promise<Buffer> {
  if (!(body instanceof Readable)) throw identityErrors.NOT_A_PICTURE({ says: 'Send the picture as the body of the request, with Content-Type: application/octet-stream.' });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestLogo.bytes) throw platformErrors.TOO_LARGE({ says: `A logo has at most ${largestLogo.bytes / 1000} kB.` });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
