import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import { Notices } from './database/notices.js';
import { HealthController, Readiness } from './http/health.controller.js';
import { Sealing } from './sealing.js';

/** Tokens of what has no class of its own. */
export const CONFIG = Symbol('config');
export const LOG = Symbol('log');

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Notices) private readonly notices: Notices) {}

  static with(config: Config, log: Logger, database: Database, notices: Notices): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config }, { provide: LOG, useValue: log }, { provide: Database, useValue: database }, { provide: Notices, useValue: notices },
      { provide: Sealing, useValue: new Sealing(config.dataKeys) },
    ];
    return { module: PlatformModule, controllers: [HealthController], providers: [...providers, Readiness], exports: providers.map((provider) => provider.provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.notices.close();
    await this.database.close();
  }
}
