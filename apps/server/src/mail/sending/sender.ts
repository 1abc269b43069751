import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { OrganisationsService } from '../../identity/organisations/organisations.service.js';
import type { Config } from '../../platform/config.js';
import { CONFIG, LOG } from '../../platform/platform.module.js';
import { mailKinds } from '../kinds/registry.js';
import type { MailRow } from '../mail.entity.js';
import { MailSettingsService } from '../settings.service.js';
import { UnsubscribesService } from '../unsubscribes.service.js';
import { mostTries, waitAfter } from './backoff.js';
import { messageOf } from './message.js';
import { LeaseLost, Outbox } from './outbox.js';
import { Relevance } from './relevance.js';
import { type Outcome, SmtpLine } from './smtp-connection.js';

/** How often it is looked for mails that are due, in milliseconds; on how many connections they are sent; how long to stay away from a mail server that can't be used, at first and at most. */
const every = 2_000;
const lines = 3;
const pause = { first: 5_000, most: 300_000 };
const address = z.email().max(254);

/** Sends what is due, as long as this server runs. Several may run on one database. */
@Injectable()
export class MailSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #open = new Set<SmtpLine>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;
  #pausedUntil = 0;
  #outages = 0;

  constructor(
    private readonly outbox: Outbox, private readonly unsubscribes: UnsubscribesService, private readonly settings: MailSettingsService, private readonly organisations: OrganisationsService, private readonly relevance: Relevance,
    @Inject(CONFIG) private readonly config: Config, @Inject(LOG) private readonly log: Logger,
  ) {}

  /** What waited while no server ran goes at once. In tests a round is asked for. */
  onApplicationBootstrap(): void {
    if (this.config.smtp === null || this.config.environment === 'test') return;
    this.#begin();
    this.#timer = setInterval(() => { this.#begin(); }, every);
    this.#timer.unref();
  }

  /** What is on its way may finish, for a while. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const giveUp = setTimeout(() => { for (const line of this.#open) line.close(); }, 3_000);
    await this.#round;
    clearTimeout(giveUp);
  }

  /** Sends all that is due now. */
  async round(): Promise<void> {
    const { smtp } = this.config;
    if (smtp === null || Date.now() < this.#pausedUntil || !(await this.outbox.due())) return;
    await Promise.all(Array.from({ length: lines }, async () => {
      const line = new SmtpLine(smtp, this.#host());
      this.#open.add(line);
      try {
        while (!this.#stopped && Date.now() >= this.#pausedUntil) {
          const mail = await this.outbox.claim();
          if (mail === null) break;
          await this.#deal(mail, line);
        }
      } finally {
        this.#open.delete(line);
        line.quit();
      }
    }));
  }

  #begin(): void {
    let ended = false;
    void this.#round.then(() => { ended = true; });
    // A round that still runs goes on; the next look begins another.
    setImmediate(() => {
      if (ended && !this.#stopped) this.#round = this.round().catch((fault: unknown) => { this.log.error({ fault: String(fault) }, 'mails were not sent'); });
    });
  }

  async #deal(mail: MailRow, line: SmtpLine): Promise<void> {
    const kind = mailKinds[mail.kind];
    const whose = { organisationId: mail.organisationId, address: mail.toAddress, category: kind.category };
    if (mail.handedAt !== null && kind.category !== 'transactional') { await this.outbox.ended(mail, 'UNSURE', gone); return; }
    if (mail.expiresAt <= new Date().toISOString()) { await this.outbox.ended(mail, 'FAILED', `It could not be sent while it was of use.${mail.reason === null ? '' : ` Last: ${mail.reason}`}`); return; }
    if (!address.safeParse(mail.toAddress).success) { await this.outbox.ended(mail, 'BOUNCED', 'This is not an e-mail address.'); return; }
    if (kind.category !== 'transactional') {
      if (await this.unsubscribes.holds(whose)) { await this.outbox.ended(mail, 'SUPPRESSED', 'The recipient has unsubscribed from mails like this.'); return; }
      const allowed = await this.settings.afterQuiet(mail.organisationId, mail.timeZone, new Date());
      if (allowed.getTime() > Date.now()) { await this.outbox.later(mail, allowed, 'It waits for the end of quiet hours.', false); return; }
    }
    const needless = await this.relevance.why(mail);
    if (needless !== null) { await this.outbox.ended(mail, 'OVERTAKEN', needless); return; }
    const outcome = await this.#hand(mail, line, kind.category === 'transactional' ? null : await this.unsubscribes.link(whose));
    if (outcome !== null) await this.#record(mail, outcome);
  }

  /** null: it is somebody else's mail by now. */
  async #hand(mail: MailRow, line: SmtpLine, unsubscribe: string | null): Promise<Outcome | null> {
    const { name, senderName, senderAddress } = await this.organisations.settings(mail.organisationId);
    const sender = { name: senderName ?? name, address: senderAddress ?? this.config.mailFrom };
    const message = await messageOf(mail, sender, this.#host(), unsubscribe);
    let lost = false;
    const outcome = await line.send({ from: this.#returnsTo(mail) ?? sender.address, to: mail.toAddress, id: mail.id, message }, async () => {
      try {
        await this.outbox.handing(mail);
      } catch (fault) {
        lost = fault instanceof LeaseLost;
        throw fault;
      }
    });
    return lost ? null : outcome;
  }

  async #record(mail: MailRow, outcome: Outcome): Promise<void> {
    if (outcome.is !== 'outage') this.#outages = 0;
    switch (outcome.is) {
      case 'sent': await this.outbox.sent(mail, outcome.says); return;
      case 'refused': await this.outbox.ended(mail, outcome.address ? 'BOUNCED' : 'FAILED', outcome.says); return;
      case 'outage': {
        if (Date.now() >= this.#pausedUntil) {
          this.#pausedUntil = Date.now() + Math.min(pause.first * 2 ** this.#outages, pause.most);
          this.#outages += 1;
        }
        this.log.warn({ reason: outcome.says }, 'the mail server can\'t be used; mails wait');
        await this.outbox.later(mail, new Date(this.#pausedUntil), outcome.says, false);
        return;
      }
      case 'unsure':
        // What somebody waits for this minute is sent again: twice does no harm. A reminder twice would.
        if (mailKinds[mail.kind].category !== 'transactional') { await this.outbox.ended(mail, 'UNSURE', `${gone} ${outcome.says}`); return; }
        break;
      case 'later':
    }
    if (mail.tries >= mostTries) await this.outbox.ended(mail, 'FAILED', `Given up after ${mail.tries} tries. Last: ${outcome.says}`);
    else await this.outbox.later(mail, new Date(Date.now() + waitAfter(mail.tries)), outcome.says, true);
  }

  /** Where mail servers on the way report that they could not deliver it: an address that names the mail. null: to its sender. */
  #returnsTo({ id }: MailRow): string | null { return this.config.bounceAddress?.replace('@', `+${id}@`) ?? null; }

  #host(): string { return new URL(this.config.publicUrl).hostname.replace(/^\[|\]$/g, ''); }
}

const gone = 'It was handed over, and the mail server\'s answer was not heard: it may have arrived.';
