import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type DataKey, dataKeysFault, readDataKeys } from './data-keys.js';
import { type SmtpServer, smtpOf } from './smtp-url.js';

export type DatabaseConfig = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };
/** Everything that may differ between two installations. Paths are absolute. */
export interface Config {
  /** 0: any free port. */
  port: number;
  host: string;
  dataDir: string;
  database: DatabaseConfig;
  environment: 'development' | 'production' | 'test';
  /** The first administrator, where the database has nobody yet. */
  firstAdministrator: { email: string; password: string } | null;
  /** Folder with one folder a course source. */
  coursesDir: string;
  /** Built web app and player; a missing folder is served as "not built". */
  webDir: string;
  playerDir: string;
  /** Believe X-Forwarded-For and X-Forwarded-Proto: only behind a proxy that sets them. */
  trustProxy: boolean;
  /** Play the packages that people send to be checked, in Chromium on this machine. */
  playChecks: boolean;
  /** Font files for what is printed, where the usual fonts lack a letter. */
  paperFonts: string[];
  /** Keys of sealed columns: the first seals, all open; none: what would be sealed is kept as it is. */
  dataKeys: readonly DataKey[];
  /** Whether identity providers may stand within the server's own networks, in production too. */
  providersInside: boolean;
  /** Who may read /metrics; null: this machine alone. */
  metricsToken: string | null;
  /** How long a server that is to stop goes on answering while /readyz says that it leaves. */
  drainSeconds: number;
  /** Where browsers reach this server, for links in mails; without a slash at the end. */
  publicUrl: string;
  /** Whether PUBLIC_URL said so; else it is a guess, and an answer to a request had better name the host that was asked. */
  publicUrlSet: boolean;
  /** Where mails are handed over; null: they are kept. */
  smtp: SmtpServer | null;
  /** The sender of mails of organisations that name none. */
  mailFrom: string;
  /** Where mail servers report what they could not deliver, with the mail's id after a plus; null: to the sender. */
  bounceAddress: string | null;
  /** With what the mail server brings such reports; null: only staff do. */
  bounceToken: string | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** A setting that can't be used; `sentences` say which and what would be right. */
export class ConfigError extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigError';
  }
}

const pathsIn = (text: string): string[] => text.split(',').map((path) => path.trim()).filter((path) => path !== '');
const empty = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(empty, type.optional());
const databaseUrl = /^postgres(?:ql)?:\/\/[^\s/]+/;
const settings = z.object({
  PORT: optional(z.string().regex(/^\d{1,5}$/, 'PORT must be a whole number from 0 to 65535.')
    .transform(Number).refine((port) => port <= 65_535, 'PORT must be a whole number from 0 to 65535.')),
  HOST: optional(z.string().regex(/^[\w.:-]{1,253}$/, 'HOST must be a host name or an address, such as 127.0.0.1.')),
  DATA_DIR: optional(z.string().refine((path) => !path.includes('\0'), 'DATA_DIR must be the path of a folder.')),
  DATABASE_URL: optional(z.string().regex(databaseUrl, 'DATABASE_URL must begin with postgres:// or postgresql:// and name a host; leave it out to use SQLite in DATA_DIR.')),
  NODE_ENV: optional(z.enum(['development', 'production', 'test'], 'NODE_ENV must be development, production or test.')),
  ADMIN_EMAIL: optional(z.email('ADMIN_EMAIL must be an e-mail address.')),
  ADMIN_PASSWORD: optional(z.string().min(12, 'ADMIN_PASSWORD must have at least 12 characters.').max(200, 'ADMIN_PASSWORD must have at most 200 characters.')),
  COURSES_DIR: optional(z.string()),
  WEB_DIR: optional(z.string()),
  PLAYER_DIR: optional(z.string()),
  TRUST_PROXY: optional(z.enum(['true', 'false'], 'TRUST_PROXY must be true or false.')),
  PLAY_CHECKS: optional(z.enum(['true', 'false'], 'PLAY_CHECKS must be true or false.')),
  PAPER_FONT: optional(z.string().refine((text) => pathsIn(text).every((path) => /\.(ttf|otf|woff)$/i.test(path)), 'PAPER_FONT must be the path of a .ttf, .otf or .woff file, or several apart by commas.').refine((text) => pathsIn(text).every((path) => existsSync(path)), 'PAPER_FONT names a file that is not there.')),
  DATA_KEYS: optional(z.string().superRefine((text, context) => { const fault = dataKeysFault(text); if (fault !== null) context.addIssue({ code: 'custom', message: fault }); })),
  PROVIDERS_INSIDE: optional(z.enum(['true', 'false'], 'PROVIDERS_INSIDE must be true or false.')),
  METRICS_TOKEN: optional(z.string().min(16, 'METRICS_TOKEN must have at least 16 characters.')),
  DRAIN_SECONDS: optional(z.string().regex(/^\d{1,3}$/, 'DRAIN_SECONDS must be a whole number from 0 to 999.').transform(Number)),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'PUBLIC_URL must be the address under which browsers reach this server, such as https://learn.example.org.' }).refine(isOrigin, 'PUBLIC_URL must name a host alone, without a path.').transform((url) => new URL(url).origin)),
  SMTP_URL: optional(z.string().transform((url, context) => {
    const smtp = smtpOf(url);
    if (typeof smtp !== 'string') return smtp;
    context.addIssue(smtp);
    return z.NEVER;
  })),
  MAIL_FROM: optional(z.email('MAIL_FROM must be an e-mail address.')),
  BOUNCE_ADDRESS: optional(z.email('BOUNCE_ADDRESS must be an e-mail address.').regex(/^[^+@]{1,27}@/, 'BOUNCE_ADDRESS must have at most 27 characters before the @, and no plus: what names the mail follows one.')),
  BOUNCE_TOKEN: optional(z.string().min(16, 'BOUNCE_TOKEN must have at least 16 characters.')),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'LOG_LEVEL must be fatal, error, warn, info, debug or silent.')),
}).refine((value) => (value.ADMIN_EMAIL === undefined) === (value.ADMIN_PASSWORD === undefined), 'ADMIN_EMAIL and ADMIN_PASSWORD must be given together.');

const repository = resolve(import.meta.dirname, '../../../..');

/** Reads settings from environment variables; throws a ConfigError that names every wrong one in a sentence. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = settings.safeParse(env);
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => issue.message));
  const value = read.data;
  const dataDir = resolve(value.DATA_DIR ?? './data');
  if (existsSync(dataDir) && !statSync(dataDir).isDirectory()) throw new ConfigError([`DATA_DIR must be a folder, and ${dataDir} is a file.`]);
  const [port, host] = [value.PORT ?? 3000, value.HOST ?? '127.0.0.1'];
  return {
    port,
    host,
    dataDir,
    database: value.DATABASE_URL === undefined
      ? { engine: 'sqlite', file: resolve(dataDir, 'preceptor.sqlite') }
      : { engine: 'postgres', url: value.DATABASE_URL },
    environment: value.NODE_ENV ?? 'development',
    firstAdministrator: value.ADMIN_EMAIL !== undefined && value.ADMIN_PASSWORD !== undefined
      ? { email: value.ADMIN_EMAIL, password: value.ADMIN_PASSWORD }
      : null,
    coursesDir: resolve(value.COURSES_DIR ?? resolve(repository, 'courses')),
    webDir: resolve(value.WEB_DIR ?? resolve(repository, 'apps/web/dist')),
    playerDir: resolve(value.PLAYER_DIR ?? resolve(repository, 'apps/player/dist')),
    trustProxy: value.TRUST_PROXY === 'true',
    playChecks: value.PLAY_CHECKS === 'true',
    paperFonts: value.PAPER_FONT === undefined ? [] : pathsIn(value.PAPER_FONT).map((path) => resolve(path)),
    publicUrlSet: value.PUBLIC_URL !== undefined,
    dataKeys: value.DATA_KEYS === undefined ? [] : readDataKeys(value.DATA_KEYS),
    providersInside: value.PROVIDERS_INSIDE === 'true',
    metricsToken: value.METRICS_TOKEN ?? null,
    drainSeconds: value.DRAIN_SECONDS ?? 0,
    publicUrl: value.PUBLIC_URL ?? `http://${['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`,
    smtp: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? `preceptor@${value.SMTP_URL?.host ?? 'localhost'}`,
    bounceAddress: value.BOUNCE_ADDRESS ?? null,
    bounceToken: value.BOUNCE_TOKEN ?? null,
    logLevel: value.LOG_LEVEL ?? 'info',
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { pathname, search, hash, username } = new URL(text);
  return pathname === '/' && search === '' && hash === '' && username === '';
}
