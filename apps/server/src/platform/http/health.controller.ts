import { Controller, Get, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { platformErrors } from '../errors.js';

/** Whether new requests should come here; a server that is about to stop says that they should not. */
@Injectable()
export class Readiness { leaving = false; }

@Controller()
export class HealthController {
  constructor(private readonly database: Database, private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('healthz')
  health(): object { return { status: 'ok' }; }

  /** The database answers too: requests may be sent here. */
  @Get('readyz')
  async ready(): Promise<object> {
    if (this.readiness.leaving) throw platformErrors.UNAVAILABLE({ says: 'This server is about to stop.' });
    try {
      await this.database.ping();
    } catch {
      throw platformErrors.UNAVAILABLE({ says: 'The database does not answer.' });
    }
    return { status: 'ok' };
  }
}
