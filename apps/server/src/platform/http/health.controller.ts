import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database.js';
import { platformErrors } from '../errors.js';

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('healthz')
  health(): object { return { status: 'ok' }; }

  /** The database answers too: requests may be sent here. */
  @Get('readyz')
  async ready(): Promise<object> {
    try {
      await this.database.ping();
    } catch {
      throw platformErrors.UNAVAILABLE({ says: 'The database does not answer.' });
    }
    return { status: 'ok' };
  }
}
