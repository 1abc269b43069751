import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../identity/actor.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { mailErrors } from '../errors.js';
import { isMailKind, type MailKindName, mailKinds } from '../kinds/registry.js';
import { MailRow, MailTemplateRow } from '../mail.entity.js';
import { fillTemplate, longestSubject, longestText, type TemplateFault, templateFaults } from '../template.js';

const templateInput = z.object({
  kind: z.string(), language: z.string().regex(/^[a-z]{2}$/, 'A language is two small letters, such as en.'),
  subject: z.string().max(longestSubject, `A subject has at most ${longestSubject} characters.`),
  text: z.string().max(longestText, `A text has at most ${longestText.toLocaleString('en')} characters.`).transform((text) => text.replaceAll('\r\n', '\n')),
});
export interface Template { kind: string; language: string; subject: string; text: string; own: boolean; translated: boolean; revision: number }
export interface Preview { subject: string; text: string; filledFrom: string | null; faults: TemplateFault[] }

/** The words of an organisation's mails: its own, or what Preceptor brings along. */
@Injectable()
export class TemplatesService {
  constructor(private readonly database: Database, private readonly identity: IdentityService, private readonly audit: AuditService) {}

  async find(actor: Actor, kind: string, language: string): Promise<Template> {
    const name = kindOf(kind);
    const row = await this.database.read.findOneBy(MailTemplateRow, { organisationId: actor.organisationId, kind: name, language });
    const given = mailKinds[name].templates[language];
    const { subject, text } = row === null || row.body === '' ? given ?? mailKinds[name].templates.en : { subject: row.subject, text: row.body };
    const own = row !== null && row.body !== '';
    return { kind: name, language, subject, text, own, translated: own || given !== undefined, revision: row?.revision ?? 0 };
  }

  async save(actor: Actor, input: z.input<typeof templateInput>, revision: number): Promise<Template> {
    const { kind, language, ...template } = parseInput(templateInput, input, 'input');
    const name = kindOf(kind, 'input');
    const [fault] = templateFaults(template, mailKinds[name].variables);
    if (fault !== undefined) throw mailErrors.TEMPLATE_FAULTY({ says: `Line ${fault.line}, character ${fault.column} of the ${fault.field}: ${fault.says}`, path: ['input', fault.field] });
    return this.#write(actor, name, language, revision, template.subject, template.text);
  }

  /** Back to what Preceptor brings along. */
  reset(actor: Actor, kind: string, language: string, revision: number): Promise<Template> { return this.#write(actor, kindOf(kind), language, revision, '', ''); }

  /** How a mail would look, filled from the last of its kind that there was, without what is secret in it; else from examples. */
  async preview(actor: Actor, input: z.input<typeof templateInput>): Promise<Preview> {
    const { kind, language, ...template } = parseInput(templateInput, input, 'input');
    const name = kindOf(kind, 'input');
    const { variables } = mailKinds[name];
    // Days and numbers stand in a mail as its language writes them: one of another language would show them wrong.
    const last = await this.database.read.findOne(MailRow, { where: { organisationId: actor.organisationId, kind: name, language }, order: { id: 'DESC' } });
    const data = Object.fromEntries(Object.entries(variables).map(([word, { example, secret }]) => [word, secret === true ? example : last?.data[word] ?? example]));
    return { ...fillTemplate(template, data), filledFrom: last?.toAddress ?? null, faults: templateFaults(template, variables).slice(0, 100) };
  }

  /** Sends the preview to the actor's own address; gives the mail's id. */
  async sendTest(actor: Actor, input: z.input<typeof templateInput>): Promise<string> {
    const { subject, text, faults: [fault] } = await this.preview(actor, input);
    if (fault !== undefined) throw mailErrors.TEMPLATE_FAULTY({ says: `Line ${fault.line}, character ${fault.column} of the ${fault.field}: ${fault.says}`, path: ['input', fault.field] });
    const account = await this.identity.account(actor, actor.accountId);
    if (account === null) throw platformErrors.NOT_FOUND();
    const [id, now] = [newId(), nowText()];
    const row: MailRow = {
      id, organisationId: actor.organisationId, accountId: account.id, cohortId: null, enrolmentId: null, kind: 'test', key: `test/${id}`, toAddress: account.email, data: {}, language: input.language,
      subject: `[Test] ${subject}`, body: text, state: 'QUEUED', nextAt: now, expiresAt: new Date(Date.now() + mailKinds.test.usefulSeconds * 1000).toISOString(), timeZone: null, tries: 0, lease: null, handedAt: null, queuedAt: now, sentAt: null, reason: null,
    };
    await this.database.write((manager) => manager.insert(MailRow, row));
    return id;
  }

  async #write(actor: Actor, kind: MailKindName, language: string, revision: number, subject: string, body: string): Promise<Template> {
    await this.database.write(async (manager) => {
      const known = await manager.findOneBy(MailTemplateRow, { organisationId: actor.organisationId, kind, language });
      if ((known?.revision ?? 0) !== revision) throw platformErrors.CONFLICT({ says: 'Somebody else changed this template meanwhile. Look at it again, then save yours.', path: ['revision'] });
      await manager.upsert(MailTemplateRow, { organisationId: actor.organisationId, kind, language, subject, body, revision: revision + 1, savedAt: nowText(), savedBy: actor.accountId }, ['organisationId', 'kind', 'language']);
      await this.audit.record(manager, actor, {
        action: body === '' ? 'mail-template.taken-back' : 'mail-template.saved', subject: { type: 'mail-template', id: `${kind}/${language}`, label: `${mailKinds[kind].title} (${language})` },
        before: known === null || known.body === '' ? null : { subject: known.subject, text: known.body }, after: body === '' ? null : { subject, text: body },
      });
    });
    return this.find(actor, kind, language);
  }
}

function kindOf(kind: string, ...path: string[]): MailKindName {
  if (!isMailKind(kind) || mailKinds[kind].internal === true) throw platformErrors.NOT_FOUND({ says: 'There is no such kind of mail.', path: [...path, 'kind'] });
  return kind;
}
