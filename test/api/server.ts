import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { type Engine, engine, type FreshDatabase, freshDatabase } from './databases.js';

export interface GraphQLAnswer { status: number; data: Record<string, unknown> | null; errors: { message: string; path?: (string | number)[]; extensions: { code: string; path?: string[] } }[]; cookie: string | null }
/** Somebody who speaks GraphQL over HTTP and keeps her cookie. */
export class Client {
  #cookie: string | null = null;
  /** What is sent as the Cookie header, once somebody has signed in. */
  get cookie(): string | null { return this.#cookie; }
  constructor(readonly url: string, private readonly headers: Record<string, string> = {}) {}

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
    const response = await this.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    const cookie = response.headers.get('set-cookie');
    if (cookie !== null) this.#cookie = cookie.split(';')[0] ?? null;
    const body = await response.json() as Partial<GraphQLAnswer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], cookie };
  }

  /** The data of an operation that must not fail. */
  async must<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask(query, variables);
    if (errors.length > 0 || data === null) throw new Error(`GraphQL failed: ${JSON.stringify(errors)}`);
    return data as T;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.headers, ...(this.#cookie === null ? {} : { cookie: this.#cookie }), ...init.headers as Record<string, string> | undefined };
    return fetch(this.url + path, { ...init, headers });
  }
}

export interface TestServer extends RunningServer {
  database: FreshDatabase;
  client(headers?: Record<string, string>): Client;
  /** Somebody who has signed in by password. */
  signedIn(email: string, password?: string): Promise<Client>;
}
export const administrator = { email: 'admin@example.org', password: 'a long enough password' };

/**
 * A real server on a fresh database, with an administrator; close() ends both. What an installation keeps as its secret is
 * the same in all that were `migrated` before.
 */
export async function startServer(env: Record<string, string> = {}, on: Engine = engine, { migrated = true } = {}): Promise<TestServer> {
  const database = await freshDatabase(on, { migrated });
  const server = await createServer(readConfig({ ...database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent', ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password, ...env }));
  const client = (headers: Record<string, string> = {}) => new Client(server.url, headers);
  return {
    ...server, database, client,
    signedIn: async (email, password = administrator.password) => {
      const someone = client();
      await someone.must('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }', { email, password });
      return someone;
    },
    close: async () => {
      await server.close();
      await database.remove();
    },
  };
}
