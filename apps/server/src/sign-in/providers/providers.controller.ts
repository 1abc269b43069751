import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from '../../identity/cookie.js';
import { deviceOf } from '../../identity/device.js';
import type { Config } from '../../platform/config.js';
import { publicUrl } from '../../platform/http/public-url.js';
import { CONFIG } from '../../platform/platform.module.js';
import { type Failed, VisitsService } from './visits.service.js';

const visitCookie = 'preceptor_visit';

/**
 * `GET /oidc/<provider>/begin?next=/path`: sends the browser to an identity provider.
 * `GET /oidc/callback`: where every provider sends it back to, to be entered there as redirect URI.
 */
@Controller('oidc')
export class ProvidersController {
  constructor(private readonly visits: VisitsService, @Inject(CONFIG) private readonly config: Config) {}

  @Get(':provider/begin')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('provider') provider: string): Promise<void> {
    const begun = await this.visits.begin(provider, { origin: publicUrl(this.config, request), next: pathOf(queryOf(request).get('next')), from: request.ip });
    if ('failed' in begun) return failed(reply, begun.failed);
    setVisit(request, reply, begun.cookie, 15 * 60);
    await reply.header('cache-control', 'no-store').redirect(begun.address, 302);
  }

  @Get('callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookie = new RegExp(`(?:^|;\\s*)${visitCookie}=([\\w-]{1,100})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1] ?? null;
    const done = await this.visits.finish(queryOf(request), cookie, deviceOf(request));
    if ('failed' in done) return failed(reply, done.failed);
    reply.header('set-cookie', [visit(request, '', 0), sessionCookie(request, done.signedIn.token, done.signedIn.seconds)]);
    await reply.header('cache-control', 'no-store').redirect(done.next, 302);
  }
}

const queryOf = (request: FastifyRequest): URLSearchParams => new URL(request.url, 'http://ours').searchParams;
/** A path of ours; what else came is the front door: nobody is sent on to another site. */
const pathOf = (next: string | null): string => (next !== null && next.length <= 500 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) ? next : '/');
const visit = (request: FastifyRequest, secret: string, seconds: number): string => `${visitCookie}=${secret}; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age=${seconds}${request.protocol === 'https' ? '; Secure' : ''}`;
const setVisit = (request: FastifyRequest, reply: FastifyReply, secret: string, seconds: number) => reply.header('set-cookie', visit(request, secret, seconds));
/** Back to the sign-in page, which says why: only a code travels, so that nobody can put words of their own there. */
const failed = async (reply: FastifyReply, why: Failed): Promise<void> => { await reply.header('cache-control', 'no-store').redirect(`/sign-in?failed=${why}`, 302); };
