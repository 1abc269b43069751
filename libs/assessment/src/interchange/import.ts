import type { Item } from '../item.js';
import { itemSchema } from '../schema/item.js';
import { Refused, type Draft, type Failure, type Format, type ImportedItem, type ImportOptions, type ImportResult, type InterchangeFile, type Limits, type Reading } from './contract.js';
import { builtInDetails } from './details.js';
import type { Ledger } from './ledger.js';
import { idOf, newId } from './text/ids.js';
import { isMedia, sanitise, sanitised } from './text/sanitise.js';
import { hasForbidden, withoutForbidden } from './text/decode.js';
import { mapHtml, mapTexts, marksToGaps } from './texts.js';

/** What is read of one import. Larger ones are refused with a sentence, so that nobody waits for ever. */
export const importLimits: Limits = { bytes: 16 * 1024 * 1024, items: 10_000, elements: 500_000, depth: 100 };

/** Reads files of one format. Never throws for what stands in them: what can't be read is in `failures`. */
export async function readFiles(format: Format, files: readonly InterchangeFile[], options: ImportOptions): Promise<ImportResult> {
  const intake = new Intake(options);
  const limits = intake.limits;
  const small = files.filter((file) => {
    if (file.bytes.length <= limits.bytes) return true;
    intake.fail({ file: file.path, line: null, item: null, code: 'too-large', reason: `The file has ${String(file.bytes.length)} bytes; more than ${String(limits.bytes)} are not read.` });
    return false;
  });
  try {
    await format.read(small, intake);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    intake.fail({ file: small[0]?.path ?? '', line: error.line, item: null, code: error.code, reason: error.message });
  }
  return { items: intake.items, failures: intake.failures, media: [...intake.pictures].map(([file, as]) => ({ file, as })) };
}

class Intake implements Reading {
  readonly items: ImportedItem[] = [];
  readonly failures: Failure[] = [];
  readonly limits: Limits;
  readonly pictures = new Map<string, string>();
  #taken: Set<string>;

  constructor(readonly options: ImportOptions) {
    this.limits = { ...importLimits, ...options.limits };
    this.#taken = new Set(options.takenIds);
  }

  fail(failure: Failure): void { if (this.failures.length < 1_000) this.failures.push(failure); }

  picture(path: string): string | undefined {
    if (!/\.(svg|png|jpe?g|gif|webp|avif)$/i.test(path) || /[\\:\p{Cc}]|^\/|(^|\/)\.\.(\/|$)/u.test(path)) return undefined;
    const known = this.pictures.get(path);
    if (known !== undefined) return known;
    const name = path.slice(path.lastIndexOf('/') + 1).replaceAll(/[^\w.-]/g, '-').replace(/^[.-]+/, '');
    const given = new Set(this.pictures.values());
    let as = isMedia(path) ? path : `media/${name}`;
    for (let number = 2; given.has(as); number++) as = `media/${String(number)}-${name}`;
    this.pictures.set(path, as);
    return as;
  }

  add(draft: Draft, ledger: Ledger, file: string, line: number | null): void {
    const place = { file, line, item: draft.name.slice(0, 200) || null };
    if (this.items.length >= this.limits.items) return this.fail({ ...place, code: 'too-many', reason: `More than ${String(this.limits.items)} items are not read at once.` });
    const clean = mapTexts(draft, (text) => { if (hasForbidden(text)) ledger.lose('characters'); return withoutForbidden(text); });
    const base = idOf(clean.name) || 'item';
    const id = newId(base, this.#taken);
    const parsed = itemSchema.safeParse(this.#safe({ ...builtInDetails, ...this.options.defaults, ...clean.details, id, stemHtml: clean.stemHtml, feedback: clean.feedback, ...clean.asked } as Item, ledger));
    if (!parsed.success) {
      this.#taken.delete(id);
      const issue = parsed.error.issues[0];
      return this.fail({ ...place, code: 'not-sound', reason: `${issue?.path.join('.') ?? ''}${(issue?.path.length ?? 0) > 0 ? ': ' : ''}${issue?.message ?? 'It is not sound.'}` });
    }
    if (id !== draft.name) ledger.change('id');
    ledger.keep('question', 'key');
    this.items.push({ item: parsed.data as Item, report: ledger.report(id), file, line });
  }

  #safe(item: Item, ledger: Ledger): Item {
    const { sanitise: own = sanitise } = this.options;
    const turned = mapHtml(item, (html) => {
      const { removed, pictures } = sanitised(html);
      if (removed) ledger.lose('removed-markup');
      if (pictures) ledger.lose('pictures');
      return own(html);
    });
    if (turned.kind !== 'cloze') return turned;
    return { ...turned, content: { ...turned.content, textHtml: marksToGaps(turned.content.textHtml) } };
  }
}
