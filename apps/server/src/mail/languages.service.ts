import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { OrganisationsService } from '../identity/organisations/organisations.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { MailLanguageRow } from './mail.entity.js';

/** The languages in which every mail has words that Preceptor brings along. */
export const knownLanguages = ['en', 'es', 'fr', 'de', 'ar'] as const;
const atOnce = 500;

/** In which language people are written to. */
@Injectable()
export class LanguagesService {
  constructor(private readonly database: Database, private readonly organisations: OrganisationsService) {}

  /** What these people chose; none of whoever chose nothing. */
  async wanted(accountIds: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let from = 0; from < accountIds.length; from += atOnce) {
      for (const { accountId, language } of await this.database.read.findBy(MailLanguageRow, { accountId: In(accountIds.slice(from, from + atOnce)) })) found.set(accountId, language);
    }
    return found;
  }

  /** `preferred` where the organisation writes in it, else its first language. Two letters. */
  async usual(organisationId: string, preferred: string | null): Promise<string> {
    const languages = (await this.organisations.settings(organisationId)).languages.map(twoLetters);
    const wanted = preferred === null ? undefined : languages.find((language) => language === twoLetters(preferred));
    return wanted ?? languages[0] ?? 'en';
  }

  /** What there is to choose and to write templates in: the organisation's languages first, then those that Preceptor knows. */
  async offered(actor: Actor): Promise<string[]> {
    return [...new Set([...(await this.organisations.own(actor)).languages.map(twoLetters), ...knownLanguages])];
  }

  /** null: from now on as each organisation writes. */
  async choose(actor: Actor, language: string | null): Promise<void> {
    if (language !== null && !(await this.offered(actor)).includes(language)) throw platformErrors.BAD_INPUT({ says: 'Mails are not written in this language here. Choose one that is offered.', path: ['language'] });
    await this.database.write(async (manager) => {
      if (language === null) await manager.delete(MailLanguageRow, { accountId: actor.accountId });
      else await manager.upsert(MailLanguageRow, { accountId: actor.accountId, language }, ['accountId']);
    });
  }
}

const twoLetters = (tag: string): string => tag.slice(0, 2).toLowerCase();
