import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Logger } from 'pino';
import { AccountService } from '../../identity/account/account.service.js';
import { AttemptLimit } from '../../identity/attempt-limit.js';
import { identityErrors } from '../../identity/errors.js';
import { IdentityService, type SignedIn } from '../../identity/identity.service.js';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service.js';
import { hashOf, newSecret } from '../../identity/sessions.service.js';
import { MailService } from '../../mail/mail.service.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { Notices } from '../../platform/database/notices.js';
import { nowText } from '../../platform/ids.js';
import { CONFIG, LOG } from '../../platform/platform.module.js';
import { signInErrors } from '../errors.js';
import { SignInLinkRow } from '../sign-in.entity.js';

const minutes = 15;
const lifeMs = minutes * 60 * 1000;

/** Signing in by a link in a mail, for whoever has no password at hand. */
@Injectable()
export class LinksService {
  readonly #byEmail: AttemptLimit;
  readonly #byAddress: AttemptLimit;
  readonly #codes: AttemptLimit;

  constructor(
    private readonly database: Database, private readonly mail: MailService, private readonly accounts: AccountService, private readonly identity: IdentityService, private readonly factor: SecondFactorService,
    notices: Notices, @Inject(CONFIG) private readonly config: Config, @Inject(LOG) private readonly log: Logger,
  ) {
    this.#byEmail = new AttemptLimit('link-by-email', { most: 3, windowMs: lifeMs }, notices);
    this.#byAddress = new AttemptLimit('link-by-address', { most: 20, windowMs: lifeMs }, notices);
    this.#codes = new AttemptLimit('link-codes', { most: 5, windowMs: lifeMs }, notices);
  }

  /**
   * Mails a link where somebody has the address. The answer and its time are the same where nobody has, or too many were
   * sent: what is known of an address is not told. `address`: where the request came from.
   */
  ask(email: string, address: string): void {
    const now = Date.now();
    if (!this.#byAddress.allows(address, now)) throw identityErrors.RATE_LIMITED();
    this.#byAddress.failed(address, now);
    this.#send(email.trim().toLowerCase().slice(0, 254), now).catch((fault: unknown) => this.log.error({ fault: String(fault) }, 'a link to sign in was not mailed'));
  }

  /** Signs in by a link. It is used up by this alone, not by being looked at, nor by a wrong code of the second step. */
  async use(token: string, code: string | null, device: string): Promise<SignedIn> {
    const tokenHash = hashOf(token.slice(0, 200));
    const row = await this.database.read.findOneBy(SignInLinkRow, { tokenHash });
    const now = nowText();
    if (row === null || row.usedAt !== null || row.expiresAt <= now) throw signInErrors.LINK_OVER();
    if (!this.#codes.allows(tokenHash, Date.now())) throw identityErrors.RATE_LIMITED();
    if (code !== null) this.#codes.failed(tokenHash, Date.now());
    await this.factor.check(row.accountId, code);
    const taken = await this.database.write((manager) => manager.update(SignInLinkRow, { tokenHash, usedAt: IsNull() }, { usedAt: now }));
    if (taken.affected !== 1) throw signInErrors.LINK_OVER();
    return this.identity.begin(row.accountId, { device, method: 'link' });
  }

  async #send(email: string, now: number): Promise<void> {
    if (!this.#byEmail.allows(email, now)) return;
    this.#byEmail.failed(email, now);
    const account = await this.accounts.byEmail(email);
    const [organisation] = account === null ? [] : await this.accounts.memberships(account.id);
    if (account === null || organisation === undefined) return;
    const { secret, hash: tokenHash } = newSecret();
    const language = await this.mail.languageOf(organisation.id, account.id);
    await this.database.write(async (manager) => {
      await manager.delete(SignInLinkRow, { expiresAt: LessThan(new Date(now - 24 * 3600 * 1000).toISOString()) });
      await manager.insert(SignInLinkRow, { tokenHash, accountId: account.id, expiresAt: new Date(now + lifeMs).toISOString(), usedAt: null });
      await this.mail.queue(manager, { organisationId: organisation.id, accountId: account.id, to: email, kind: 'magic-link', language, key: `sign-in-link/${tokenHash.slice(0, 32)}`, data: { name: account.name, link: `${this.config.publicUrl}/sign-in/link/${secret}`, minutes: String(minutes) } });
    });
  }
}
