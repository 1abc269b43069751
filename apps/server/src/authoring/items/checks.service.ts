import { Injectable } from '@nestjs/common';
import { earnedFeedback, explainScore, type Item, viewOf } from '@preceptor/assessment';
import { lintItem, lintRules } from '@preceptor/assessment/lint';
import { type CompiledDocument, compileItemDocument, type ItemSetting } from '@preceptor/course/items';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { found } from '../../platform/found.js';
import type { ItemRow, WaiverRow } from '../authoring.entity.js';
import { BanksService } from '../banks/banks.service.js';
import { WaiversService } from '../review/waivers.service.js';
import type { CheckedDocument, CheckItemInput, ItemProblem, LintFinding, TriedItem, TryItemInput } from './checked-document.types.js';
import { ItemSettings } from './item-settings.js';
import { ItemsService } from './items.service.js';
import { boundedDocument, type ItemDocument } from './read-document.js';

interface Looked extends CompiledDocument { setting: ItemSetting }
/** What a document is called that is of no item yet. */
const nameless = 'new-item';

/** Looks at documents without saving them: what the compiler and the item lint say, what a learner would see, what an answer would earn. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly database: Database, private readonly settings: ItemSettings, private readonly items: ItemsService, private readonly banks: BanksService, private readonly waivers: WaiversService,
  ) {}

  /** The newest revision of an item that the actor has been given; looked at once in a request. */
  async ofItem(actor: Actor, { id, revision, bankId }: Pick<ItemRow, 'id' | 'revision' | 'bankId'>): Promise<CheckedDocument> {
    const looked = await actor.loader('authoring.looked', async (keys) => new Map(await Promise.all(keys.map(async (key): Promise<[string, Looked]> => {
      const [item = '', number, bank = ''] = key.split(' ');
      const { document } = found(await this.items.revision(actor, item, Number(number)));
      return [key, await this.#look(actor, bank, document)];
    })))).load(`${id} ${revision} ${bankId}`);
    return checked(found(looked), await this.waivers.of(actor, id));
  }

  async check(actor: Actor, { bank, item, document }: CheckItemInput): Promise<CheckedDocument> {
    const row = item === null || item === undefined ? null : await this.items.find(actor, item);
    if (row === null && item !== null && item !== undefined) throw platformErrors.NOT_FOUND({ path: ['input', 'item'] });
    return checked(await this.#lookAt(actor, bank, document, row?.name), row === null ? [] : await this.waivers.of(actor, row.id));
  }

  async try(actor: Actor, { bank, document, response }: TryItemInput): Promise<{ tried: TriedItem | null; problems: ItemProblem[] }> {
    const { item, problems } = await this.#lookAt(actor, bank, document);
    return { tried: item === null ? null : tried(item, response), problems: problems.map(problemOf) };
  }

  async #lookAt(actor: Actor, bankId: string, document: unknown, name?: string): Promise<Looked> {
    if (await this.banks.find(actor, bankId) === null) throw platformErrors.NOT_FOUND({ path: ['input', 'bank'] });
    return this.#look(actor, bankId, boundedDocument(document, name ?? nameIn(document), ['input', 'document']));
  }

  async #look(actor: Actor, bankId: string, document: ItemDocument): Promise<Looked> {
    const setting = await this.settings.of(this.database.read, actor, bankId, [document]);
    return { ...compileItemDocument(document, setting), setting };
  }
}

function nameIn(document: unknown): string {
  const id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
  return typeof id === 'string' ? id : nameless;
}

function checked({ item, written, problems, setting }: Looked, waivers: readonly WaiverRow[]): CheckedDocument {
  return { problems: problems.map(problemOf), findings: written === null ? [] : findingsIn(written, setting, waivers), preview: item === null ? null : viewOf(item), compiled: item };
}

function problemOf({ code, severity, path, message, hint }: CompiledDocument['problems'][number]): ItemProblem {
  return { code, severity, path: path.map(String), place: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), message, hint };
}

function findingsIn(item: Item, { language = 'en' }: ItemSetting, waivers: readonly WaiverRow[]): LintFinding[] {
  return lintItem(item, { language }).findings.map(({ code, severity, path, message, advice, rules }) => {
    const waiver = waivers.find(({ rule }) => rule === code);
    return {
      rule: code, title: lintRules[code].title, severity, path, message, advice, explanation: lintRules[code].why, sources: [...rules],
      waiver: waiver === undefined ? null : { reason: waiver.reason, at: waiver.at, accountId: waiver.accountId },
    };
  });
}

function tried(item: Item, response: unknown): TriedItem {
  const { score: { outcome, raw, max, scaled }, sentence, parts, answered, best } = explainScore(item, response);
  return { outcome, raw, max, scaled, explanation: sentence, parts, answered, best, feedback: earnedFeedback(item, response) };
}
