import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { platformErrors } from '../platform/errors.js';
import { escaped } from './sending/html.js';
import { UnsubscribesService } from './unsubscribes.service.js';

const names: Record<string, string> = { reminders: 'reminders', certificates: 'mails about certificates' };

/**
 * Where mails link to: a page with a button, for people, who need not sign in; and for their mail programs the same
 * address to POST to, without a page (RFC 8058). To look at the page changes nothing: programs that check links do.
 */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribes: UnsubscribesService) {}

  @Get()
  async page(@Query('of') of: unknown, @Res() reply: FastifyReply): Promise<void> { await this.#answer(textOf(of), reply); }

  @Post()
  @HttpCode(200)
  async press(@Query('of') of: unknown, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const token = textOf(of);
    const what = await this.unsubscribes.read(token);
    if (what === null) throw platformErrors.NOT_FOUND({ says: 'This link is not whole. Open it from the mail again.' });
    const again = typeof body === 'object' && body !== null && 'again' in body;
    await this.unsubscribes.set(what, !again);
    await this.#answer(token, reply);
  }

  async #answer(token: string, reply: FastifyReply): Promise<void> {
    const what = await this.unsubscribes.read(token);
    reply.type('text/html; charset=utf-8').headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
    if (what === null) {
      await reply.code(404).send(page('This link is not whole', '<p>Open it from the mail again, or ask whoever runs your course.</p>'));
      return;
    }
    const [of, from] = [escaped(names[what.category] ?? what.category), escaped(what.organisation)];
    await reply.send(what.unsubscribed
      ? page('You have unsubscribed', `<p>${from} sends no more ${of} to ${escaped(what.address)}.</p><form method="post"><button name="again" value="yes">Send them to me again</button></form>`)
      : page('Unsubscribe', `<p>${from} sends ${of} to ${escaped(what.address)}.</p><form method="post"><button>Send me no more of them</button></form>`));
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const page = (title: string, content: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>
:root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;overflow-wrap:anywhere}button{font:inherit;padding:.6rem 1rem;min-height:44px}
</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`;
