import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttemptLimit } from '../../identity/attempt-limit.js';
import type { Config } from '../../platform/config.js';
import { Notices } from '../../platform/database/notices.js';
import { platformErrors } from '../../platform/errors.js';
import { publicUrl } from '../../platform/http/public-url.js';
import { isId, nowText } from '../../platform/ids.js';
import { CONFIG } from '../../platform/platform.module.js';
import { badgeOf, didDocument, didOf, methodOf, statusList } from '../badge/documents.js';
import { KeysService } from '../badge/keys.service.js';
import { dayIn, shownState } from '../certificate-facts.js';
import { CertificatesService } from '../certificates.service.js';
import { credentialsErrors } from '../errors.js';
import { noSuchCertificate, verifyHeaders, verifyPage } from './verify-page.js';

/**
 * What anybody may ask, without signing in: `GET /verify/<id>` (a page), `/verify/<id>/badge.json` (the badge, signed),
 * `/issuers/<organisation>/did.json` (its public key) and `/issuers/<organisation>/status/<n>.json` (which are revoked).
 */
@Controller()
export class VerifyController {
  readonly #limit: AttemptLimit;

  constructor(private readonly certificates: CertificatesService, private readonly keys: KeysService, @Inject(CONFIG) private readonly config: Config, notices: Notices) {
    this.#limit = new AttemptLimit('verify', { most: 120, windowMs: 60_000 }, notices);
  }

  @Get('verify/:id')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    this.#count(request);
    reply.headers(verifyHeaders).type('text/html; charset=utf-8');
    const row = await this.certificates.byPublicId(id);
    if (row === null) { await reply.code(404).send(noSuchCertificate()); return; }
    const replacement = await this.certificates.replacement(row);
    await reply.send(verifyPage({
      state: shownState(row, new Date()), facts: row.facts, awardedOn: row.awardedOn, expiresOn: row.expiresOn, endedOn: row.endedAt === null ? null : dayIn(row.facts.zone, new Date(row.endedAt)),
      replacement: replacement === null ? null : `/verify/${replacement}`, badge: `/verify/${row.publicId}/badge.json`,
    }));
  }

  @Get('verify/:id/badge.json')
  async badge(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    this.#count(request);
    const row = await this.certificates.byPublicId(id);
    if (row === null) throw platformErrors.NOT_FOUND();
    const base = publicUrl(this.config, request);
    const badge = badgeOf(row, base);
    await this.#send(reply, 'application/vc+json', await this.#signed(badge, row.organisationId, base, badge.validFrom), 'no-store');
  }

  @Get('issuers/:organisation/did.json')
  async did(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('organisation') organisation: string): Promise<void> {
    this.#count(request);
    if (!isId(organisation) || !(await this.certificates.hasIssued(organisation))) throw platformErrors.NOT_FOUND();
    const { publicMultibase } = await this.keys.of(organisation);
    await this.#send(reply, 'application/did+json', didDocument(didOf(publicUrl(this.config, request), organisation), publicMultibase), 'public, max-age=300');
  }

  @Get('issuers/:organisation/status/:list')
  async status(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('organisation') organisation: string, @Param('list') name: string): Promise<void> {
    this.#count(request);
    const list = /^(\d{1,5})\.json$/.exec(name)?.[1];
    if (!isId(organisation) || list === undefined || !(await this.certificates.hasIssued(organisation))) throw platformErrors.NOT_FOUND();
    const base = publicUrl(this.config, request);
    const made = statusList(base, organisation, Number(list), await this.certificates.ended(organisation, Number(list)), nowText());
    // What was revoked a moment ago must not be told as valid out of a cache.
    await this.#send(reply, 'application/vc+json', await this.#signed(made, organisation, base, made.validFrom), 'no-cache');
  }

  async #signed(document: { '@context': string[] } & Record<string, unknown>, organisation: string, base: string, created: string): Promise<object> {
    const [{ privateKey }, { signed }] = await Promise.all([this.keys.of(organisation), import('../badge/signing.js')]);
    return signed(document, privateKey, methodOf(didOf(base, organisation)), created);
  }

  async #send(reply: FastifyReply, type: string, body: object, cache: string): Promise<void> {
    // Verifiers run in browsers of other sites too; everything here is public.
    await reply.headers({ 'cache-control': cache, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'x-robots-tag': 'noindex' }).type(type).send(JSON.stringify(body));
  }

  #count(request: FastifyRequest): void {
    const now = Date.now();
    if (!this.#limit.allows(request.ip, now)) throw credentialsErrors.TOO_MANY_LOOKUPS();
    this.#limit.failed(request.ip, now);
  }
}
