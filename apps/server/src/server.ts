import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { features } from './features.js';
import { type Ask, ensureAdministrator } from './identity/first-administrator.js';
import { IdentityService } from './identity/identity.service.js';
import type { Config } from './platform/config.js';
import { Database } from './platform/database/database.js';
import { Notices } from './platform/database/notices.js';
import { Readiness } from './platform/http/health.controller.js';
import { closeConnectionsOnStop, guardHttp, largestBody } from './platform/http/guard.js';
import { makeLog, NestLog } from './platform/http/log.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { Metrics } from './platform/watching/metrics.js';
import { startTraces, traceRequests } from './platform/watching/traces.js';
import { serveWebApp } from './platform/http/web-app.js';

export interface RunningServer {
  /** Where it answers, such as http://127.0.0.1:3000, without a slash at the end. */
  url: string;
  /** From now on /readyz sends balancers elsewhere, while requests that come nevertheless are answered. */
  leave(): void;
  /** Requests under way finish, then the database closes. */
  close(): Promise<void>;
  /** Nest's application, for the demo and for tests: `app.get(Service)`. */
  app: NestFastifyApplication;
}

/** What happens before the first request is taken. */
export interface Preparation {
  /** Asks for the first administrator where the settings name none. */
  ask?: Ask;
  /** Fills an empty database. */
  fill?: (app: NestFastifyApplication) => Promise<void>;
}

/** Opens and migrates the database, builds the application and listens. Throws a ConfigError where a setting can't be used. */
export async function createServer(config: Config, { ask = null, fill }: Preparation = {}): Promise<RunningServer> {
  const log = makeLog(config.logLevel);
  const database = await Database.open(config.database, {
    entities: features.flatMap((feature) => feature.entities),
    migrations: features.flatMap((feature) => feature.migrations),
  });
  const notices = await Notices.open(config.database, log, (channel, payload) => database.read.query('SELECT pg_notify($1, $2)', [channel, payload]));
  const metrics = new Metrics();
  const traces = await startTraces(process.env);
  const adapter = new FastifyAdapter({ logger: false, bodyLimit: largestBody, trustProxy: config.trustProxy, forceCloseConnections: 'idle', keepAliveTimeout: 65_000 });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, log, database, notices, metrics), adapter, { logger: new NestLog(log), abortOnError: false });
  const fastify: FastifyInstance = adapter.getInstance();
  if (traces !== null) traceRequests(fastify);
  guardHttp(fastify, log);
  metrics.serve(fastify, config.metricsToken);
  closeConnectionsOnStop(fastify);
  await serveWebApp(fastify, config.webDir);
  app.useGlobalFilters(new ProblemFilter(log));
  await app.init();
  await ensureAdministrator(app.get(IdentityService), config, ask);
  await fill?.(app);
  await app.listen(config.port, config.host);
  return {
    url: addressOf(app), app,
    leave: () => { app.get(Readiness).leaving = true; },
    close: async () => {
      await app.close();
      await traces?.();
    },
  };
}

function addressOf(app: NestFastifyApplication): string {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
