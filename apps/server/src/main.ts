import type { INestApplicationContext } from '@nestjs/common';
import { askAdministrator } from './identity/ask-administrator.js';
import type { RunningServer } from './index.js';
import { type Config, ConfigError, readConfig } from './platform/config.js';
import { stopOnSignals } from './platform/stop.js';

/** Starts the server from environment variables. A setting that can't be used is said in a sentence, without a stack. */
async function main(): Promise<void> {
  let config: Config;
  let server: RunningServer;
  try {
    config = readConfig(process.env);
    // Only now: loading the whole server takes a second or two, which a wrong setting need not cost.
    const { createServer } = await import('./index.js');
    server = await createServer(config, { ask: process.stdin.isTTY ? () => askAdministrator(process.stdin, process.stdout) : null, fill: fillWithDemo(config) });
  } catch (fault) {
    console.error(sentenceOf(fault));
    process.exit(1);
  }
  stopOnSignals(server, config.drainSeconds);
  console.log(`Preceptor is open at ${server.url}`);
  console.log(whoMaySignIn(config));
}

/** The demo is for looking around on one's own machine: never in production, never where anybody has an account. */
function fillWithDemo({ environment }: Config): (app: INestApplicationContext) => Promise<void> {
  return async (app) => {
    if (environment !== 'development') return;
    const { loadDemo } = await import('./demo/demo.js');
    if (await loadDemo(app)) console.log('The database was empty: the demo is loaded.');
  };
}

function whoMaySignIn({ environment, firstAdministrator }: Config): string {
  if (firstAdministrator !== null) return `Sign in as ${firstAdministrator.email}, or as anybody who has an account.`;
  return environment === 'production' ? 'Sign in with an account.' : 'Sign in with an account, or on this machine as one of the demo\'s people with one click.';
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof ConfigError) return fault.message;
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  if (code === 'EADDRINUSE') return 'PORT is in use by another program: stop it, or give another PORT.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is not an address of this machine.';
  if (code === 'EACCES') return 'Not permitted: PORT must be above 1023 for an ordinary user, and DATA_DIR must be writable.';
  if (code === 'ECONNREFUSED' || code === '28P01' || code === '3D000') return 'DATABASE_URL names a PostgreSQL that does not answer, or does not know this user, password or database.';
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

await main();
