import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import { HealthController } from './http/health.controller.js';

/** Tokens of what has no class of its own. */
export const CONFIG = Symbol('config');
export const LOG = Symbol('log');

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(config: Config, log: Logger, database: Database): DynamicModule {
    const providers = [{ provide: CONFIG, useValue: config }, { provide: LOG, useValue: log }, { provide: Database, useValue: database }];
    return { module: PlatformModule, controllers: [HealthController], providers, exports: providers.map((provider) => provider.provide) };
  }

  async onApplicationShutdown(): Promise<void> { await this.database.close(); }
}
