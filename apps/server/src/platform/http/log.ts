import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Config } from '../config.js';

/** Structured lines on standard output. Nothing personal is logged: no address, name, token, query variable or answer. */
export const makeLog = (level: Config['logLevel']): Logger => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Nest's own messages: only what is wrong with the house itself. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}
  error(message: unknown): void { this.lines.error({ from: 'nest' }, String(message).slice(0, 500)); }
  warn(message: unknown): void { this.lines.warn({ from: 'nest' }, String(message).slice(0, 500)); }
  fatal(message: unknown): void { this.lines.fatal({ from: 'nest' }, String(message).slice(0, 500)); }
  log(): void {}
}
