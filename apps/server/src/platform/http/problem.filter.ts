import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { errorAnswer } from './guard.js';

/** Whatever a plain route throws, in the one shape of our errors; GraphQL's errors go on to formatError. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  constructor(private readonly lines: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') return thrown;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, body } = errorAnswer(thrown, host.switchToHttp().getRequest<FastifyRequest>(), this.lines);
    return reply.sent ? undefined : reply.code(status).send(body);
  }
}
