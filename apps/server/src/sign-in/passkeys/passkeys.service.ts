import { Inject, Injectable } from '@nestjs/common';
import { generateAuthenticationOptions, generateRegistrationOptions, type AuthenticationResponseJSON, type RegistrationResponseJSON, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Logger } from 'pino';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { AccountService } from '../../identity/account/account.service.js';
import type { Actor } from '../../identity/actor.js';
import { AttemptLimit } from '../../identity/attempt-limit.js';
import { identityErrors } from '../../identity/errors.js';
import { IdentityService, type SignedIn } from '../../identity/identity.service.js';
import { Database } from '../../platform/database/database.js';
import { Notices } from '../../platform/database/notices.js';
import { platformErrors } from '../../platform/errors.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { LOG } from '../../platform/platform.module.js';
import { signInErrors } from '../errors.js';
import { Challenges } from './challenges.js';
import { PasskeyRow } from './passkeys.entity.js';

const mostPasskeys = 20;
const windowMs = 15 * 60 * 1000;
const passkeyName = z.string().trim().min(1, 'Give the passkey a name.').max(60, 'A name has at most 60 characters.');
/** The shape of what a browser answers; what is in it the library checks. */
const answer = z.looseObject({ id: z.string().min(1).max(2000), rawId: z.string(), type: z.literal('public-key'), response: z.looseObject({ clientDataJSON: z.string() }), clientExtensionResults: z.looseObject({}) });

/** Signing in by passkey (WebAuthn Level 3): a key of a device, opened by a finger, a face or a PIN. */
@Injectable()
export class PasskeysService {
  readonly #asked: AttemptLimit;
  readonly #failed: AttemptLimit;

  constructor(
    private readonly database: Database, private readonly challenges: Challenges, private readonly accounts: AccountService, private readonly identity: IdentityService, private readonly audit: AuditService,
    notices: Notices, @Inject(LOG) private readonly log: Logger,
  ) {
    this.#asked = new AttemptLimit('passkey-challenges', { most: 200, windowMs }, notices);
    this.#failed = new AttemptLimit('passkey-by-address', { most: 20, windowMs }, notices);
  }

  /** Somebody's passkeys, the newest first, at most twenty. */
  list(accountId: string): Promise<PasskeyRow[]> {
    return this.database.read.find(PasskeyRow, { where: { accountId }, order: { id: 'DESC' }, take: mostPasskeys });
  }

  /** What the browser is asked, to make a passkey for the actor; `origin`: by which people reach us. */
  async beginAdding(actor: Actor, password: string | null, origin: string): Promise<object> {
    await this.accounts.confirmPassword(actor, password);
    const [account, organisation, known] = await Promise.all([this.identity.account(actor, actor.accountId), this.identity.organisation(actor), this.list(actor.accountId)]);
    if (account === null || organisation === null) throw platformErrors.NOT_FOUND();
    if (known.length >= mostPasskeys) throw platformErrors.BAD_INPUT({ says: `You have ${mostPasskeys} passkeys: remove one that you don't use before you add another.` });
    const options = await generateRegistrationOptions({
      rpName: organisation.name, rpID: new URL(origin).hostname, userName: account.email, userDisplayName: account.name, userID: new TextEncoder().encode(account.id),
      attestationType: 'none', excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      // It is found without an address being typed, and takes the place of both steps.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.challenges.keep(options.challenge, actor.accountId);
    return options;
  }

  /** Keeps the passkey that the browser has made. */
  async add(actor: Actor, name: string, response: unknown, origin: string): Promise<PasskeyRow> {
    const wanted = parseInput(passkeyName, name, 'name');
    const given = parseInput(answer, response, 'response') as unknown as RegistrationResponseJSON;
    const made = await verifyRegistrationResponse({ response: given, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true, expectedChallenge: (challenge) => this.challenges.take(challenge, actor.accountId) })
      .catch((fault: unknown) => this.#refuse(fault));
    if (!made.verified) throw signInErrors.PASSKEY_REFUSED();
    const { credential, credentialBackedUp } = made.registrationInfo;
    const row: PasskeyRow = {
      id: newId(), credentialId: credential.id, accountId: actor.accountId, name: wanted, publicKey: Buffer.from(credential.publicKey).toString('base64url'), counter: credential.counter,
      transports: (credential.transports ?? []).filter((each) => /^[a-z-]{1,20}$/.test(each)).slice(0, 10), backedUp: credentialBackedUp, createdAt: nowText(), usedAt: null,
    };
    return this.database.write(async (manager) => {
      await manager.createQueryBuilder().insert().into(PasskeyRow).values(row).orIgnore().execute();
      if (!(await manager.existsBy(PasskeyRow, { id: row.id }))) throw signInErrors.PASSKEY_REFUSED({ says: 'This passkey is known here already.' });
      await this.audit.record(manager, actor, { action: 'passkey.added', subject: { type: 'account', id: actor.accountId }, after: { name: wanted } });
      return row;
    });
  }

  async rename(actor: Actor, id: string, name: string): Promise<PasskeyRow> {
    const wanted = parseInput(passkeyName, name, 'name');
    const row = await this.#own(actor, id);
    await this.database.write((manager) => manager.update(PasskeyRow, { id, accountId: actor.accountId }, { name: wanted }));
    return { ...row, name: wanted };
  }

  /** From now on it signs nobody in; sessions that it began go on until they are ended. */
  async remove(actor: Actor, id: string): Promise<void> {
    const row = await this.#own(actor, id);
    await this.database.write(async (manager) => {
      await manager.delete(PasskeyRow, { id, accountId: actor.accountId });
      await this.audit.record(manager, actor, { action: 'passkey.removed', subject: { type: 'account', id: actor.accountId }, before: { name: row.name } });
    });
  }

  /** What the browser is asked, to sign somebody in by whichever passkey she chooses; `from`: where the request came from. */
  async beginSigningIn(origin: string, from: string): Promise<object> {
    const now = Date.now();
    if (!this.#asked.allows(from, now)) throw identityErrors.RATE_LIMITED();
    this.#asked.failed(from, now);
    const options = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: 'required' });
    await this.challenges.keep(options.challenge, null);
    return options;
  }

  /** Signs in by what the browser answered. A passkey is two steps in one: the device, and what opens it. */
  async signIn(response: unknown, { origin, from, device }: { origin: string; from: string; device: string }): Promise<SignedIn> {
    const given = parseInput(answer, response, 'response') as unknown as AuthenticationResponseJSON;
    const now = Date.now();
    if (!this.#failed.allows(from, now)) throw identityErrors.RATE_LIMITED();
    this.#failed.failed(from, now);
    const row = await this.database.read.findOneBy(PasskeyRow, { credentialId: given.id });
    if (row === null) throw signInErrors.PASSKEY_UNKNOWN();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true, expectedChallenge: (challenge) => this.challenges.take(challenge, null),
      credential: { id: row.credentialId, publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')), counter: row.counter, transports: row.transports },
    }).catch((fault: unknown) => this.#refuse(fault));
    if (!verified) throw signInErrors.PASSKEY_REFUSED();
    // Of two requests with the same count one alone is taken: the other is a copy.
    const counted = await this.database.write((manager) => manager.update(PasskeyRow, { id: row.id, counter: row.counter }, { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp, usedAt: nowText() }));
    if (counted.affected !== 1) throw signInErrors.PASSKEY_REFUSED();
    this.#failed.succeeded(from);
    return this.identity.begin(row.accountId, { device, method: 'passkey' });
  }

  async #own(actor: Actor, id: string): Promise<PasskeyRow> {
    const row = isId(id) ? await this.database.read.findOneBy(PasskeyRow, { id, accountId: actor.accountId }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
    return row;
  }

  #refuse(fault: unknown): never {
    this.log.info({ fault: fault instanceof Error ? fault.message.slice(0, 200) : 'unknown' }, 'a passkey was not accepted');
    throw signInErrors.PASSKEY_REFUSED();
  }
}
