import { Injectable } from '@nestjs/common';
import type { MailKindName } from '../kinds/registry.js';
import type { MailRow } from '../mail.entity.js';

/** Why a mail is not needed any more, in a sentence for staff; null: it still is. */
export type Overtaken = (mail: Readonly<Pick<MailRow, 'organisationId' | 'accountId' | 'cohortId' | 'enrolmentId' | 'kind' | 'key'>>) => Promise<string | null>;

/** Mails may wait for hours. Whoever queues a kind can have it looked at again just before it is sent. */
@Injectable()
export class Relevance {
  readonly #asks = new Map<MailKindName, Overtaken>();

  /** Each kind is asked for by one module. */
  ask(kinds: readonly MailKindName[], overtaken: Overtaken): void { for (const kind of kinds) this.#asks.set(kind, overtaken); }

  async why(mail: MailRow): Promise<string | null> { return await this.#asks.get(mail.kind)?.(mail) ?? null; }
}
