import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { secretOf } from '../../identity/cookie.js';
import { requireRole } from '../../identity/require-role.js';
import { SessionsService } from '../../identity/sessions.service.js';
import type { Config } from '../../platform/config.js';
import { platformErrors } from '../../platform/errors.js';
import { CONFIG } from '../../platform/platform.module.js';
import { sameText } from '../../platform/watching/same-text.js';
import { mailErrors } from '../errors.js';
import { BouncesService, type Noted } from './bounces.service.js';

/** Largest report, in bytes: it may hold the whole mail that it is about. */
const largest = 1024 * 1024;

/**
 * `POST /mails/bounces`: a delivery status notification as the body, `Content-Type: message/rfc822`. From the mail server with
 * BOUNCE_TOKEN as its bearer token; from staff, or a program with an API key, for mails of their own organisation.
 */
@Controller()
export class BouncesController {
  constructor(private readonly bounces: BouncesService, private readonly sessions: SessionsService, @Inject(CONFIG) private readonly config: Config) {}

  @Post('mails/bounces')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest): Promise<Noted> {
    const actor = await this.#actor(request);
    return this.bounces.note(actor, await bodyOf(request));
  }

  /** null: the mail server. */
  async #actor(request: FastifyRequest): Promise<Actor | null> {
    const secret = secretOf(request);
    if (this.config.bounceToken !== null && secret !== null && 'key' in secret && sameText(secret.key, this.config.bounceToken)) return null;
    const actor = await this.sessions.actorOf(secret);
    requireRole(actor, 'cohorts', 'COORDINATOR', 'ADMINISTRATOR');
    return actor;
  }
}

async function bodyOf({ body }: FastifyRequest): Promise<Buffer> {
  if (!(body instanceof Readable)) throw mailErrors.NOT_A_REPORT({ says: 'Send the report as the body of the request, with Content-Type: message/rfc822.' });
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    const chunk = part as Buffer;
    bytes += chunk.length;
    if (bytes > largest) throw platformErrors.TOO_LARGE({ says: 'A report may have at most 1 MB.' });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
