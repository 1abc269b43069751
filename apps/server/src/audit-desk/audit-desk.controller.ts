import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../identity/actor.js';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { parseInput } from '../platform/parse.js';
import { csv, csvLines } from '../reporting/csv.js';
import { AuditDeskService, type Told } from './audit-desk.service.js';

const words = z.string().max(200, 'At most 200 characters.').optional();
const moment = z.iso.datetime('A moment is ISO 8601 in UTC, such as 2026-11-24T09:30:00Z.').transform((text) => new Date(text).toISOString()).optional();
const wanted = z.object({ who: words, action: words, subject: words, from: moment, until: moment });
const head = ['Number', 'When (UTC)', 'By', 'E-mail', 'As', 'What happened', 'To what kind', 'To which', 'Called', 'Before', 'After', 'Details taken out by', 'Hash'];

/** `GET /audit/trail.csv`, `/audit/trail.json`: what the page shows with the same search (`who`, `action`, `subject`, `from`, `until`), whole and oldest first. */
@Controller()
export class AuditDeskController {
  constructor(private readonly sessions: SessionsService, private readonly desk: AuditDeskService) {}

  @Get('audit/trail.csv')
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: unknown): Promise<void> {
    await sent(reply, 'audit.csv', 'text/csv', asCsv(this.desk.exported(await this.#actor(request), parseInput(wanted, query))));
  }

  @Get('audit/trail.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: unknown): Promise<void> {
    await sent(reply, 'audit.json', 'application/json', asJson(this.desk.exported(await this.#actor(request), parseInput(wanted, query))));
  }

  async #actor(request: FastifyRequest): Promise<Actor> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'read', 'ADMINISTRATOR');
    return actor;
  }
}

async function sent(reply: FastifyReply, name: string, type: string, parts: AsyncIterable<string>): Promise<void> {
  await reply.type(`${type}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'private, no-store').send(Readable.from(parts));
}

async function* asCsv(parts: AsyncIterable<Told[]>): AsyncGenerator<string> {
  yield csv(head, []);
  for await (const part of parts) {
    yield csvLines(part.map(({ row, name, email }) => [
      row.sequence, row.at, name, email, row.actorKind, row.action, row.subjectType, row.subjectId, row.label, row.before, row.after, row.withheld, row.hash,
    ]));
  }
}

/** A list of objects, one a line. `salt` and `detailsHash` let anybody check the chain by herself (docs/trust.md). */
async function* asJson(parts: AsyncIterable<Told[]>): AsyncGenerator<string> {
  let lead = '[';
  for await (const part of parts) {
    for (const { row, name, email } of part) {
      yield `${lead}\n${JSON.stringify({ ...row, by: name === null ? null : { name, email } })}`;
      lead = ',';
    }
  }
  yield lead === '[' ? '[]\n' : '\n]\n';
}
