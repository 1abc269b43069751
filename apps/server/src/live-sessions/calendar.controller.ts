import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { platformErrors } from '../platform/errors.js';
import { CalendarService } from './calendar.service.js';

/** `GET /calendar/<secret>.ics`: a person's calendar, for a program that follows it. Whoever has the address may read it. */
@Controller()
export class CalendarController {
  constructor(private readonly calendars: CalendarService) {}

  @Get('calendar/:file')
  async feed(@Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const found = file.endsWith('.ics') ? await this.calendars.feed(file.slice(0, -4)) : null;
    if (found === null) throw platformErrors.NOT_FOUND();
    await reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=300').header('x-robots-tag', 'noindex').send(found);
  }
}
