import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { watchMutations } from './audit/in-hand.js';
import { features } from './features.js';
import { enforceRules, type RequestContext } from './identity/allow.js';
import { secretOf } from './identity/cookie.js';
import { IdentityModule } from './identity/identity.module.js';
import { SessionsService } from './identity/sessions.service.js';
import type { Config } from './platform/config.js';
import type { Database } from './platform/database/database.js';
import type { Notices } from './platform/database/notices.js';
import { ApolloFastifyDriver, type DriverOptions } from './platform/graphql/driver.js';
import type { Metrics } from './platform/watching/metrics.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static with(config: Config, log: Logger, database: Database, notices: Notices, metrics: Metrics): DynamicModule {
    const graphql = GraphQLModule.forRootAsync<DriverOptions>({
      driver: ApolloFastifyDriver,
      imports: [IdentityModule],
      inject: [SessionsService],
      useFactory: (sessions: SessionsService) => ({
        autoSchemaFile: true,
        // Only once the last request is answered.
        stopOnApplicationShutdown: true,
        transformSchema: (schema) => watchMutations(enforceRules(schema)),
        log,
        metrics,
        introspection: config.environment !== 'production',
        contextOf: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({ actor: await sessions.actorOf(secretOf(request)), request, reply }),
      }),
    });
    return { module: AppModule, imports: [PlatformModule.with(config, log, database, notices), ...features.map(({ module }) => module), graphql] };
  }
}
