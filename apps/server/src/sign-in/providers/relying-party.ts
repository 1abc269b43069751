import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/platform.module.js';
import { Sealing } from '../../platform/sealing.js';
import { asking } from './outward.js';
import type { Claims } from './provider-input.js';
import { type IdentityProviderRow, sealedClientSecret } from './providers.entity.js';

/** How long what a provider says of itself is believed. */
const believedMs = 10 * 60 * 1000;
const patience = 10;
type Known = Pick<IdentityProviderRow, 'id' | 'revision' | 'issuer' | 'clientId' | 'clientSecret'>;
export interface Secrets { state: string; nonce: string; codeVerifier: string }

/** Speaks OpenID Connect Core 1.0 with providers: authorization code, with PKCE (RFC 7636), state and nonce. */
@Injectable()
export class RelyingParty {
  readonly #known = new Map<string, { until: number; configuration: Promise<oidc.Configuration> }>();

  constructor(private readonly sealing: Sealing, @Inject(CONFIG) private readonly config: Config) {}

  /** Throws with a sentence where the provider can't be asked, or isn't one. */
  async look(provider: Known): Promise<void> {
    const { authorization_endpoint: goTo, token_endpoint: ask, jwks_uri: keys } = (await this.#discover(provider)).serverMetadata();
    if (goTo === undefined || ask === undefined || keys === undefined) throw new Error('It does not say where people sign in.');
  }

  /** Where to send a browser, and what to keep until it comes back. */
  async begin(provider: Known, redirectUri: string): Promise<{ address: string; secrets: Secrets }> {
    const configuration = await this.#configuration(provider);
    const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri, scope: 'openid email profile', state: secrets.state, nonce: secrets.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(secrets.codeVerifier), code_challenge_method: 'S256',
    });
    return { address: address.href, secrets };
  }

  /** Who came back. `cameTo`: the whole address to which the provider sent her. Throws where anything does not fit. */
  async finish(provider: Known, cameTo: URL, secrets: Secrets): Promise<Claims> {
    const configuration = await this.#configuration(provider);
    const tokens = await oidc.authorizationCodeGrant(configuration, cameTo, { expectedState: secrets.state, expectedNonce: secrets.nonce, pkceCodeVerifier: secrets.codeVerifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('The provider gave no ID token.');
    // Many providers put the address into the ID token only when it is asked for otherwise (OpenID Connect Core 5.4).
    const more = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
    return claimsOf(claims.sub, { ...more, ...claims });
  }

  #configuration(provider: Known): Promise<oidc.Configuration> {
    const key = `${provider.id}/${provider.revision}`;
    const known = this.#known.get(key);
    if (known !== undefined && known.until > Date.now()) return known.configuration;
    const configuration = this.#discover(provider);
    if (this.#known.size >= 500) this.#known.clear();
    this.#known.set(key, { until: Date.now() + believedMs, configuration });
    configuration.catch(() => this.#known.delete(key));
    return configuration;
  }

  async #discover({ issuer, clientId, clientSecret }: Known): Promise<oidc.Configuration> {
    const trusting = this.config.environment !== 'production';
    const secret = this.sealing.open(clientSecret, sealedClientSecret);
    const insecure = trusting && new URL(issuer).protocol === 'http:';
    const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, { ...asking(trusting || this.config.providersInside), timeout: patience, ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}) });
    const metadata = found.serverMetadata();
    const configuration = new oidc.Configuration(metadata, clientId, { [oidc.clockSkew]: 0, [oidc.clockTolerance]: 30 }, clientAuth(secret, metadata.token_endpoint_auth_methods_supported));
    configuration.timeout = patience;
    const ask = found[oidc.customFetch];
    if (ask !== undefined) configuration[oidc.customFetch] = ask;
    if (insecure) oidc.allowInsecureRequests(configuration);
    // The ID token is checked by its signature too, not by the connection that it came over alone.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

/** What a provider that names no methods takes is client_secret_basic (OpenID Connect Discovery 1.0, 3). */
function clientAuth(secret: string | null, methods: readonly string[] = ['client_secret_basic']): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  return methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function claimsOf(subject: string, claims: Record<string, unknown>): Claims {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : null);
  const whole = [text('given_name'), text('family_name')].filter((part) => part !== null).join(' ');
  // Some providers write it as a text.
  const verified = claims['email_verified'] === true || claims['email_verified'] === 'true';
  return { subject, email: text('email'), verified, name: text('name') ?? (whole === '' ? null : whole) };
}
