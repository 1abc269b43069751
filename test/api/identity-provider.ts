import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

let Oidc: typeof import('oidc-provider').default;
/** The provider warns of all that is made for trying things out: here it is. */
function quietly<T>(make: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  const made = make();
  if (made instanceof Promise) void made.finally(() => { console.warn = warn; });
  else console.warn = warn;
  return made;
}

/** What the provider says of somebody. */
export interface Person { email?: string; email_verified?: boolean; name?: string }

/** A real OpenID provider on a free port of this machine, with people in it; who she is, each types into its own page, with any password. */
export class TestProvider {
  readonly people = new Map<string, Person>();
  readonly client = { id: 'preceptor', secret: 'a secret of client and provider' };
  /** The queries with which people came to it, oldest first. */
  readonly visits: URLSearchParams[] = [];
  #server: Server | null = null;
  issuer = '';

  /** `redirectUri`: where it may send people back to. */
  static async open(): Promise<TestProvider> {
    Oidc = await quietly(async () => (await import('oidc-provider')).default);
    const provider = new TestProvider();
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    provider.#server = server;
    provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return provider;
  }

  /** From now on it sends people back to these addresses, and to no other. */
  serve(...redirectUris: string[]): void {
    const oidc = quietly(() => new Oidc(this.issuer, {
      clients: [{ client_id: this.client.id, client_secret: this.client.secret, redirect_uris: redirectUris, grant_types: ['authorization_code'], response_types: ['code'] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['a key of the provider'] },
      pkce: { required: () => true },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => Promise.resolve({ sub, ...this.people.get(sub) }) }),
      // Nobody is asked whether the training organisation may know her address.
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client?.clientId ?? '', accountId: context.oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    }));
    const answer = oidc.callback();
    this.#server?.removeAllListeners('request');
    this.#server?.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', this.issuer);
      if (pathname === '/auth') this.visits.push(searchParams);
      void answer(request, response);
    });
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => { this.#server?.close(resolve); });
  }
}

/** A browser without a screen: keeps each site's cookies, follows redirects one by one. */
export class Wanderer {
  readonly #jars = new Map<string, Map<string, string>>();

  async go(address: string, init: RequestInit = {}): Promise<{ url: URL; response: Response }> {
    let [url, options] = [new URL(address), init];
    for (let hops = 0; hops < 20; hops += 1) {
      const jar = this.#jars.get(url.host) ?? new Map<string, string>();
      this.#jars.set(url.host, jar);
      const response = await fetch(url, { redirect: 'manual', ...options, headers: { accept: 'text/html', ...options.headers as Record<string, string>, cookie: [...jar].map((pair) => pair.join('=')).join('; ') } });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
        if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name); else jar.set(name, value);
      }
      const to = response.headers.get('location');
      if (to === null) return { url, response };
      [url, options] = [new URL(to, url), {}];
      if (this.stopsAt !== null && this.stopsAt.test(url.href)) return { url, response };
    }
    throw new Error(`${address} leads round in a circle.`);
  }
  /** Where not to go on to. */
  stopsAt: RegExp | null = null;

  cookie(host: string, name: string): string | null { return this.#jars.get(host)?.get(name) ?? null; }

  /** From a provider's button to wherever one ends up, signing in at the provider as `who` where it asks. */
  async signIn(begin: string, who: string): Promise<URL> {
    const { url, response } = await this.go(begin);
    if (this.stopsAt?.test(url.href) === true || !url.pathname.startsWith('/interaction/')) return url;
    const action = /<form[^>]* action="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    return (await this.go(new URL(action, url).href, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ prompt: 'login', login: who, password: 'any' }).toString() })).url;
  }
}
